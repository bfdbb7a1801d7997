-- Whether a complaint (by id or number) or an incident is there to be linked to. For whoever a complaint is about it is not.
create function is_link_target(p_organisation text, p_to text, p_person_id text) returns boolean language plpgsql as $$
begin
  perform enter_organisation(p_organisation);
  return exists (
      select from incident i where i.organisation = p_organisation and i.incident_id = p_to)
    or exists (
      select from complaint c join complaint_row r using (organisation, complaint_id)
      where c.organisation = p_organisation and (c.complaint_id = p_to or c.number = p_to)
        and not coalesce(p_person_id = any (r.about_person_ids), false));
end $$;
