-- One column of an existing database in which nothing stands, or zeros where the raw files have no such number
with

legacy_rounds as (

    select * from {{ ref('int_legacy_rounds') }}
    where round_number in (1, 2)

),

legacy_players as (

    select * from {{ ref('stg_legacy__player_rounds') }}

),

our_players as (

    select * from {{ ref('fct_player_rounds') }}

),

contract_columns as (

    select
        server,
        source_name,
        order_at,
        unnest({{ legacy_contract_columns() }}) as column_name,
        unnest([
            {%- for name in legacy_contract_columns() %}
            nullif({{ name }}_text, '') is null{{ ',' if not loop.last }}
            {%- endfor %}
        ]) as is_empty,
    from legacy_rounds

),

never_filled as (

    select
        server,
        source_name,
        'contract_column_empty' as finding,
        'rounds' as table_name,
        column_name,
        count(*) as row_count,
        max(order_at) as order_at,
    from contract_columns
    group by all
    having bool_and(is_empty)

),

zeros as (

    select
        legacy_rounds.server,
        legacy_rounds.source_name,
        legacy_rounds.order_at,
        unnest([{% for legacy_name, _ in legacy_player_numbers() %}'{{ legacy_name }}'{{ ', ' if not loop.last }}{% endfor %}]) as column_name,
        unnest([
            {%- for legacy_name, name in legacy_player_numbers() %}
            legacy_players.{{ legacy_name }} = 0 and our_players.{{ name }} is null{{ ',' if not loop.last }}
            {%- endfor %}
        ]) as is_zero_for_unknown,
    from legacy_rounds
    inner join legacy_players
        on legacy_players.server = legacy_rounds.server
        and legacy_players.source_name = legacy_rounds.source_name
        and legacy_players.legacy_round_id = legacy_rounds.row_key
    inner join our_players
        on our_players.round_id = legacy_rounds.round_id
        and our_players.line_player_id = legacy_players.guid8

),

unknown_zeros as (

    select
        server,
        source_name,
        'unknown_stored_as_zero' as finding,
        'player_comprehensive_stats' as table_name,
        column_name,
        count(*) as row_count,
        max(order_at) as order_at,
    from zeros
    where is_zero_for_unknown
    group by all

)

select * from never_filled
union all by name
select * from unknown_zeros
