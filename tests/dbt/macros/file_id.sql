-- A file version is its server, its name and its content; another of any of them is another version (docs/contracts/identity.md §2)
with

examples (server, file_name, sha256, expected) as (

    values
        ('main', 'a.txt', 'c0', left(sha256('main|a.txt|c0'), 16)),
        ('main', 'a.txt', 'c1', left(sha256('main|a.txt|c1'), 16)),
        ('two', 'a.txt', 'c0', left(sha256('two|a.txt|c0'), 16))

)

select
    *,
    {{ file_id() }} as actual,
from examples
where actual is distinct from expected
