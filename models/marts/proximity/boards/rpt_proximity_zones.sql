with

cells as (

    select * from {{ ref('fct_proximity_cells') }}

),

page_rounds as (

    select * from {{ ref('int_proximity__page_rounds') }}

),

of_files as (

    select
        file_id,
        side,
        cell_x,
        cell_y,
        sum(kills) as kills,
        sum(deaths) as deaths,
        sum(presence_seconds::decimal(18, 3)) as presence_seconds,
    from cells
    group by all

),

of_pages as (

    select
        page_rounds.scope_kind,
        page_rounds.scope_id,
        page_rounds.map_name,
        of_files.side,
        of_files.cell_x,
        of_files.cell_y,
        sum(of_files.kills) as kills,
        sum(of_files.deaths) as deaths,
        sum(of_files.presence_seconds) as presence_seconds,
    from of_files
    inner join page_rounds on page_rounds.file_id = of_files.file_id
    where page_rounds.scope_kind in ('round', 'session', 'map')
    group by all

),

-- a person's own squares on the three maps where most is known of him
of_people as (

    select
        'player' as scope_kind,
        cells.player_id as scope_id,
        page_rounds.map_name,
        cells.side,
        cells.cell_x,
        cells.cell_y,
        sum(cells.kills) as kills,
        sum(cells.deaths) as deaths,
        sum(cells.presence_seconds::decimal(18, 3)) as presence_seconds,
    from cells
    inner join page_rounds on page_rounds.file_id = cells.file_id
    where page_rounds.scope_kind = 'map' and cells.player_id is not null
    group by all

),

usual_maps as (

    select
        scope_id,
        map_name,
    from of_people
    group by scope_id, map_name
    qualify row_number() over (partition by scope_id order by sum(presence_seconds) desc, map_name) <= 3

),

squares as (

    select * from of_pages

    union all

    select of_people.*
    from of_people
    inner join usual_maps on usual_maps.scope_id = of_people.scope_id and usual_maps.map_name = of_people.map_name

),

round_counts as (

    select
        scope_kind,
        scope_id,
        map_name,
        count(*) as round_count,
    from page_rounds
    group by all

    union all

    select
        'player' as scope_kind,
        cells.player_id as scope_id,
        page_rounds.map_name,
        count(distinct cells.file_id) as round_count,
    from cells
    inner join page_rounds on page_rounds.file_id = cells.file_id
    where page_rounds.scope_kind = 'map' and cells.player_id is not null
    group by all

),

counted as (

    select
        squares.*,
        sum(squares.kills) over of_map as map_kill_count,
        sum(squares.deaths) over of_map as map_death_count,
        sum(squares.presence_seconds) over of_map as map_presence_seconds,
    from squares
    window of_map as (partition by squares.scope_kind, squares.scope_id, squares.map_name)

)

select
    ---------- ids
    counted.scope_kind::varchar as scope_kind,
    counted.scope_id::varchar as scope_id,

    ---------- text
    counted.map_name::varchar as map_name,
    {{ side_name('counted.side') }}::varchar as side_name,
    {{ sample_confidence('counted.map_death_count') }}::varchar as sample_confidence,

    ---------- numbers
    counted.side::tinyint as side,
    counted.cell_x::integer as cell_x,
    counted.cell_y::integer as cell_y,
    (counted.cell_x * 512)::integer as from_x,
    (counted.cell_y * 512)::integer as from_y,
    counted.kills::integer as kills,
    counted.deaths::integer as deaths,
    counted.presence_seconds::double as presence_seconds,
    counted.map_kill_count::integer as map_kill_count,
    counted.map_death_count::integer as map_death_count,
    (counted.map_presence_seconds / 60)::double as map_presence_minutes,
    round_counts.round_count::integer as round_count,
from counted
inner join round_counts
    on round_counts.scope_kind = counted.scope_kind
    and round_counts.scope_id = counted.scope_id
    and round_counts.map_name = counted.map_name
