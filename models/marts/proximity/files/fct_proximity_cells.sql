with

files as (

    select * from {{ ref('int_proximity__files') }}
    where is_shown

),

deaths as (

    select * from {{ ref('int_proximity__deaths') }}

),

samples as (

    select * from {{ ref('int_proximity__samples') }}
    where side is not null and known_ms > 0

),

players as (

    select * from {{ ref('int_proximity__players') }}

),

stays as (

    select
        file_id,
        guid,
        side,
        {{ map_cell('x') }} as cell_x,
        {{ map_cell('y') }} as cell_y,
        sum(known_ms) as presence_ms,
        0 as kills,
        0 as deaths,
    from samples
    group by file_id, guid, side, cell_x, cell_y

),

-- both stand in the cell where the victim fell: that is where the fight was decided
kills as (

    select
        file_id,
        killer_guid as guid,
        killer_side as side,
        {{ map_cell('x') }} as cell_x,
        {{ map_cell('y') }} as cell_y,
        0 as presence_ms,
        count(*) as kills,
        0 as deaths,
    from deaths
    where death_cause = 'enemy'
    group by all

),

falls as (

    select
        file_id,
        victim_guid as guid,
        victim_side as side,
        {{ map_cell('x') }} as cell_x,
        {{ map_cell('y') }} as cell_y,
        0 as presence_ms,
        0 as kills,
        count(*) as deaths,
    from deaths
    group by all

),

cells as (

    select * from stays
    union all
    select * from kills
    union all
    select * from falls

),

summed as (

    select
        cells.file_id,
        cells.side,
        cells.cell_x,
        cells.cell_y,
        players.player_id,
        sum(cells.presence_ms) as presence_ms,
        sum(cells.kills) as kills,
        sum(cells.deaths) as deaths,
    from cells
    left join players on players.file_id = cells.file_id and players.guid = cells.guid
    where cells.cell_x is not null and cells.cell_y is not null and cells.side is not null
    group by all

)

select
    {{ proximity_file_ids() }},
    summed.player_id::varchar as player_id,
    summed.side::tinyint as side,
    {{ side_name('summed.side') }}::varchar as side_name,
    summed.cell_x::integer as cell_x,
    summed.cell_y::integer as cell_y,
    summed.kills::integer as kills,
    summed.deaths::integer as deaths,
    (summed.presence_ms / 1000.0)::double as presence_seconds,
    files.order_at::timestamptz as order_at,
from summed
inner join files on files.file_id = summed.file_id
