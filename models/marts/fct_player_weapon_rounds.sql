{{ config(
    materialized='incremental',
    incremental_strategy='append',
    on_schema_change='fail',
    pre_hook="{{ forget_unasked('int_weapon_rounds__keys', 'weapon_key') }}",
) }}

with

player_rounds as (

    select * from {{ ref('int_weapon_rounds__keys') }}
    {{ only_missing('weapon_key') }}

),

weapon_rounds as (

    select * from {{ ref('int_player_weapon_rounds__differenced') }}

),

weapons as (

    select * from {{ ref('weapons') }}

)

select
    player_rounds.weapon_key::varchar as weapon_key,
    player_rounds.round_id::varchar as round_id,
    player_rounds.player_id::varchar as player_id,
    weapons.weapon::varchar as weapon,
    weapon_rounds.hits::integer as hits,
    weapon_rounds.shots::integer as shots,
    weapon_rounds.kills::integer as kills,
    weapon_rounds.deaths::integer as deaths,
    weapon_rounds.headshots::integer as headshots,
    player_rounds.is_counted::boolean as is_counted,
from player_rounds
inner join weapon_rounds
    on weapon_rounds.round_id = player_rounds.round_id
    and weapon_rounds.line_player_id = player_rounds.line_player_id
inner join weapons on weapons.weapon_bit = weapon_rounds.weapon_bit
