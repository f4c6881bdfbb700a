with

cells as (

    select * from {{ ref('fct_proximity_cells') }}

),

rounds as (

    select file_id from {{ ref('fct_proximity_rounds') }}
    where is_counted

),

summed as (

    select
        cells.server,
        cells.map_name,
        cells.side,
        cells.cell_x,
        cells.cell_y,
        sum(cells.kills) as kills,
        sum(cells.deaths) as deaths,
        sum(cells.presence_seconds::decimal(18, 3)) as presence_seconds,
    from cells
    inner join rounds on rounds.file_id = cells.file_id
    group by all

),

round_counts as (

    select
        cells.server,
        cells.map_name,
        count(distinct cells.file_id) as round_count,
    from cells
    inner join rounds on rounds.file_id = cells.file_id
    group by all

)

select
    summed.server::varchar as server,
    summed.map_name::varchar as map_name,
    summed.side::tinyint as side,
    {{ side_name('summed.side') }}::varchar as side_name,
    summed.cell_x::integer as cell_x,
    summed.cell_y::integer as cell_y,
    (summed.cell_x * 512)::integer as from_x,
    (summed.cell_y * 512)::integer as from_y,
    summed.kills::integer as kills,
    summed.deaths::integer as deaths,
    summed.presence_seconds::double as presence_seconds,
    {{ percent_of('summed.kills', 'sum(summed.kills) over (partition by summed.server, summed.map_name)') }} as kill_share_percent,
    round_counts.round_count::integer as round_count,
    {{ sample_confidence('sum(summed.deaths) over (partition by summed.server, summed.map_name)') }}::varchar as sample_confidence,
from summed
inner join round_counts on round_counts.server = summed.server and round_counts.map_name = summed.map_name
