-- An evening is over five minutes after the last instant at which a round could still belong to it, long before its posts stop changing
select
    {{ evening_over_after() }} as over_after,
    {{ post_horizon() }} as horizon,
where over_after is distinct from {{ session_gap() }} + interval 5 minutes
    or horizon <= over_after + interval 48 hours
