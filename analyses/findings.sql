-- What was found wrong with files, lines and rounds, how often, and where to look?
-- gives: severity, check_code, items, not_counting, sentence, example, example_detail
select
    severity,
    check_code,
    count(*) as items,
    if(blocks_counting, 'does not count', '') as not_counting,
    sentence,
    arg_max(subject, check_id) as example,
    arg_max(coalesce(detail, ''), check_id) as example_detail,
from fct_round_checks
group by severity, check_code, blocks_counting, sentence
order by case severity when 'error' then 0 when 'warn' then 1 else 2 end, items desc, check_code
