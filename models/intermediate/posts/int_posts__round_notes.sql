-- One round with what stands below its players: the longest spree, dynamites, objectives
with

player_rounds as (

    select * from {{ rows_in_scope('fct_player_rounds') }}

),

summed as (

    select
        round_id,
        max(killing_spree) as killing_spree,
        arg_max(player_name, {'spree': killing_spree, 'id': player_id}) as killing_spree_name,
        sum(dynamites_planted) as dynamites_planted,
        sum(dynamites_defused) as dynamites_defused,
        sum(objectives_stolen) as objectives_stolen,
    from player_rounds
    group by round_id

)

select
    round_id,
    list_filter(
        [
            if(killing_spree >= 3, {'text': 'longest spree ' || killing_spree, 'name': killing_spree_name}, null),
            if(
                dynamites_planted > 0,
                {
                    'text': dynamites_planted || if(dynamites_planted = 1, ' dynamite', ' dynamites') || ' planted'
                        || coalesce(', ' || dynamites_defused || ' defused', ''),
                    'name': null::varchar
                },
                null
            ),
            if(
                objectives_stolen > 0,
                {'text': objectives_stolen || if(objectives_stolen = 1, ' objective', ' objectives') || ' taken', 'name': null::varchar},
                null
            )
        ],
        lambda note: note is not null
    ) as notes,
from summed
