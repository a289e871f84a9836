-- Somebody has to hear of what goes wrong inside of the platform. An organisation that was read before
-- there was a watch gets one at its root, held by who has the root's first duty; change it as you like.
insert into duty (role, unit, a_holder, b_holder)
select 'watch', unit, a_holder, b_holder from duty
where unit = (select path from unit where position('/' in path) = 0 order by path limit 1)
  and not exists (select from duty where role = 'watch')
order by role <> 'duty-officer', role limit 1;

insert into escalation_policy (id, version, position, definition)
select 'watch', 1, (select coalesce(max(position), 0) + 1 from escalation_policy),
       jsonb_build_object(
           'id', 'watch', 'version', 1, 'name', jsonb_build_object('zh', '平台值守预案', 'en', 'Platform watch'),
           'unit', unit, 'triggers', jsonb_build_array('ALARM'), 'severities', jsonb_build_array(), 'repeat', 3,
           'steps', jsonb_build_array(jsonb_build_object('role', 'watch', 'waitFor', 'PT10M')))
from duty
where role = 'watch' and not exists (select from escalation_policy where id = 'watch');
