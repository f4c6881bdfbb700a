-- The role that `fullhold backfill` repairs an existing database with: it can change the two sides of a round and the links of Lua rows,
-- and write its audit schema. Everything else it can at most read.
-- Run it in that database as its owner, then give the role a password: \password fullhold_repairer
create role fullhold_repairer login connection limit 3;
grant usage on schema public to fullhold_repairer;
grant select, update (defender_team, winner_team) on public.rounds to fullhold_repairer;
do $$
declare
    linked text;
begin
    foreach linked in array array['lua_round_teams', 'lua_spawn_stats'] loop
        if to_regclass('public.' || linked) is not null then
            execute format('grant select, update (round_id) on public.%I to fullhold_repairer', linked);
        end if;
    end loop;
end $$;
create schema if not exists fullhold_repair;
grant usage, create on schema fullhold_repair to fullhold_repairer;
