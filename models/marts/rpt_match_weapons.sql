-- One weapon of one player over the halves of a map
{{ config(materialized='exchanged') }}

with

weapon_rounds as (

    select * from {{ rows_in_scope('fct_player_weapon_rounds') }}

),

player_rounds as (

    select * from {{ rows_in_scope('fct_player_rounds') }}

),

matches as (

    select * from {{ rows_in_scope('fct_matches') }}

),

weapons as (

    select * from {{ ref('dim_weapons') }}

),

named as (

    select
        player_rounds.match_id,
        player_rounds.player_id,
        player_rounds.player_name,
        player_rounds.order_at,
        weapon_rounds.round_id,
        weapon_rounds.weapon,
        weapon_rounds.kills,
        weapon_rounds.deaths,
        weapon_rounds.headshots,
        weapon_rounds.hits,
        weapon_rounds.shots,
    from weapon_rounds
    inner join player_rounds
        on player_rounds.round_id = weapon_rounds.round_id
        and player_rounds.player_id = weapon_rounds.player_id

),

summed as (

    select
        match_id,
        player_id,
        weapon,
        arg_max(player_name, {'at': order_at, 'round': round_id}) as player_name,
        sum(kills) as kills,
        sum(deaths) as deaths,
        sum(headshots) as headshots,
        sum(hits) as hits,
        sum(shots) as shots,
    from named
    group by all

)

select
    ---------- ids
    summed.match_id::varchar as match_id,
    summed.player_id::varchar as player_id,
    summed.weapon::varchar as weapon,

    ---------- text
    summed.player_name::varchar as player_name,
    weapons.weapon_name::varchar as weapon_name,

    ---------- numbers
    summed.kills::integer as kills,
    summed.deaths::integer as deaths,
    summed.headshots::integer as headshots,
    summed.hits::integer as hits,
    summed.shots::integer as shots,
    if(weapons.is_gun, {{ percent_of('summed.hits', 'summed.shots') }}, null) as accuracy_percent,

    ---------- times
    matches.order_at::timestamptz as order_at,
from summed
inner join matches on matches.match_id = summed.match_id
inner join weapons on weapons.weapon = summed.weapon
where summed.kills + summed.deaths > 0
