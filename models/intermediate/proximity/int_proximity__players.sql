-- One client of a proximity file: who he is, or why he is nobody
with

people as (

    select * from {{ ref('int_player_identities') }}

),

mentions as (

    select file_id, coalesce(guid, '') as guid, player_name, side, death_time - spawn_time as weight_ms
    from {{ ref('stg_proximity__lives') }} where row_defect is null

    union all

    select file_id, coalesce(target_guid, ''), target_name, target_side, 0
    from {{ ref('stg_proximity__engagements') }} where row_defect is null

    union all

    select file_id, coalesce(guid, ''), player_name, side, 0
    from {{ ref('stg_proximity__attackers') }} where item_defect is null

),

sides as (

    select
        file_id,
        guid,
        side,
        sum(weight_ms) as weight_ms,
        count(*) as mention_count,
    from mentions
    where side is not null
    group by all

),

main_sides as (

    select
        file_id,
        guid,
        arg_max(side, {'weight': weight_ms, 'mentions': mention_count, 'side': side}) as side,
        count(*) as side_count,
    from sides
    group by all

),

names as (

    select
        file_id,
        guid,
        arg_max(player_name, {'named': player_name <> '', 'mentions': mention_count, 'name': player_name}) as player_name,
    from (
        select file_id, guid, coalesce(player_name, '') as player_name, count(*) as mention_count
        from mentions
        group by all
    )
    group by all

),

identified as (

    select
        names.file_id,
        names.guid,
        names.player_name,
        main_sides.side,
        coalesce(main_sides.side_count, 0) > 1 as has_changed_side,
        {{ proximity_line_player_id('names.guid', 'names.player_name') }} as line_player_id,
    from names
    left join main_sides on main_sides.file_id = names.file_id and main_sides.guid = names.guid

)

select
    identified.file_id,
    identified.guid,
    identified.player_name,
    identified.side,
    identified.has_changed_side,
    identified.line_player_id,
    coalesce(people.player_id, identified.line_player_id) as player_id,
    case
        when identified.line_player_id is not null then null
        when identified.guid = '' then 'guid_missing'
        when starts_with(identified.guid, 'OMNIBOT') or starts_with(identified.player_name, '[BOT]') then 'bot'
        when starts_with(identified.guid, 'SLOT') then 'slot'
        else 'guid_malformed'
    end as player_unavailable_reason,
from identified
left join people on people.line_player_id = identified.line_player_id
