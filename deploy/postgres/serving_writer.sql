-- The role that `fullhold publish --to postgres` serves the marts with. It makes schemas of its own in this database and touches no other.
-- Run it as the owner of the database, then give the role a password: \password fullhold_writer
create role fullhold_writer login connection limit 3;
do $$ begin execute format('grant create, connect, temporary on database %I to fullhold_writer', current_database()); end $$;
