-- What is wrong in the existing database, and what of it can be repaired?
-- gives: about, finding, severity, findings, rows, repairable, newest, sentence
select
    about,
    finding,
    severity,
    finding_count as findings,
    row_count as rows,
    proposed_count as repairable,
    newest_at::date as newest,
    sentence,
from rpt_legacy_findings
order by source_name, sort_order
