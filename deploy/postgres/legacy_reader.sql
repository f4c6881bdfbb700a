-- The role that `fullhold land --legacy` reads an existing database with: it can read the tables of the earlier bot and nothing else.
-- Run it in that database as its owner, then give the role a password: \password fullhold_reader
create role fullhold_reader login connection limit 3;
alter role fullhold_reader set default_transaction_read_only = on;
grant usage on schema public to fullhold_reader;
do $$
declare
    known text;
begin
    foreach known in array array[
        'rounds', 'player_comprehensive_stats', 'weapon_comprehensive_stats', 'lua_round_teams', 'lua_spawn_stats', 'processed_files',
        'processed_endstats_files', 'player_aliases', 'session_teams', 'session_results', 'round_awards', 'round_vs_stats'
    ] loop
        if to_regclass('public.' || known) is not null then
            execute format('grant select on public.%I to fullhold_reader', known);
        end if;
    end loop;
end $$;
