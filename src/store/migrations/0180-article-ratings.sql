-- What readers of a published procedure think of it and of the help pages: one a browser, apart from any complaint. Browsers are
-- known by the hash of a random text that they made themselves.
create table article_rating (
  organisation text not null,
  procedure text not null,
  of text not null check (of in ('article', 'help-centre')),
  browser_hash bytea not null check (length(browser_hash) = 32),
  -- 1 to 5; whether the article helped: 1 no, 5 yes.
  score smallint not null check (score between 1 and 5),
  rated_at timestamptz not null default now(),
  primary key (organisation, procedure, of, browser_hash)
);
select keep_organisations_apart('article_rating');
grant select, insert, update on article_rating to hoiam_app;
