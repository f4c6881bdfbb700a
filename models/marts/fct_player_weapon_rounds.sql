{{ config(materialized='exchanged') }}

with

rounds as (

    select * from {{ ref('int_round_contexts') }}

),

people as (

    select * from {{ ref('int_player_rounds') }}

),

weapon_rounds as (

    select * from {{ ref('int_player_weapon_rounds__differenced') }}

),

weapons as (

    select * from {{ ref('weapons') }}

)

select
    rounds.round_id::varchar as round_id,
    people.player_id::varchar as player_id,
    weapons.weapon::varchar as weapon,
    weapon_rounds.hits::integer as hits,
    weapon_rounds.shots::integer as shots,
    weapon_rounds.kills::integer as kills,
    weapon_rounds.deaths::integer as deaths,
    weapon_rounds.headshots::integer as headshots,
    rounds.is_counted::boolean as is_counted,
    rounds.order_at::timestamptz as order_at,
from rounds
inner join weapon_rounds on weapon_rounds.round_id = rounds.round_id
inner join people
    on people.round_id = weapon_rounds.round_id
    and people.line_player_id = weapon_rounds.line_player_id
inner join weapons on weapons.weapon_bit = weapon_rounds.weapon_bit
