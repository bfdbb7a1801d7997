import type { Connection } from "../projections/inside-organisation.ts";

/**
 * The schema as it is after all migrations, as SQL to read, in an order that does not change: tables with their columns,
 * constraints, indexes and policies, then functions. It is no backup: what makes a database is the migrations.
 */
export async function describeSchema(connection: Connection): Promise<string> {
  const tables = await describeTables(connection);
  const functions = await describeFunctions(connection);
  return `${["-- Written by bin/dump-schema.ts from the migrations. Do not edit.", ...tables, ...functions].join("\n\n")}\n`;
}

async function describeTables(connection: Connection): Promise<string[]> {
  const { rows } = await connection.query<{ name: string; columns: string[]; constraints: string[]; others: string[] }>(
    `select t.relname as name,
       array(
         select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                || case when a.attnotnull then ' not null' else '' end
                || coalesce(case when a.attgenerated = 's'
                     then ' generated always as (' || regexp_replace(pg_get_expr(d.adbin, d.adrelid), '\\s+', ' ', 'g') || ') stored'
                     else ' default ' || pg_get_expr(d.adbin, d.adrelid) end, '')
         from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
         where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
       array(
         select 'constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
         from pg_constraint c where c.conrelid = t.oid and c.contype <> 'n' order by c.conname) as constraints,
       array(
         select pg_get_indexdef(i.indexrelid) || ';'
         from pg_index i join pg_class x on x.oid = i.indexrelid
         where i.indrelid = t.oid and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))
         order by x.relname)
       || array(
         select 'create policy ' || p.polname || ' on ' || t.relname
                || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
                || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') || ';'
         from pg_policy p where p.polrelid = t.oid order by p.polname)
       || case when t.relforcerowsecurity then array['alter table ' || t.relname || ' force row level security;'] else '{}' end
       || array(
         select 'grant ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) || ' on ' || t.relname || ' to hoiam_app;'
         from aclexplode(t.relacl) g join pg_roles r on r.oid = g.grantee where r.rolname = 'hoiam_app' having count(*) > 0)
       as others
     from pg_class t
     where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') order by t.relname`,
  );
  return rows.map(({ name, columns, constraints, others }) =>
    [`create table ${name} (\n  ${[...columns, ...constraints].join(",\n  ")}\n);`, ...others].join("\n"),
  );
}

async function describeFunctions(connection: Connection): Promise<string[]> {
  const { rows } = await connection.query<{ definition: string }>(
    `select pg_get_functiondef(p.oid) as definition
     from pg_proc p
     where p.pronamespace = 'public'::regnamespace
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
     order by p.proname, pg_get_function_identity_arguments(p.oid)`,
  );
  return rows.map(({ definition }) => `${definition.trimEnd()};`);
}
