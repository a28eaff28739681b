package library

// eventSchema keeps what grouping has found. All of it but the reader's decisions
// can be made anew from the articles: what is pending is signed and grouped.
const eventSchema = `CREATE TABLE events(
		n        INTEGER PRIMARY KEY,
		id       TEXT NOT NULL,
		sort     INTEGER NOT NULL,             -- first day of its earliest date, since 1970
		reports  INTEGER NOT NULL,
		conflicts INTEGER, counted TEXT        -- disputes, and who has counted them; NULL where nobody has
	);
	CREATE INDEX events_newest ON events(sort DESC, n);
	CREATE INDEX events_ids ON events(id);
	CREATE TABLE grouped(                      -- articles of which the event is known
		n         INTEGER PRIMARY KEY,
		event     INTEGER NOT NULL,
		block     INTEGER NOT NULL,            -- of days, see group.BlockDays
		halvings  INTEGER NOT NULL,            -- see group.Background
		signature BLOB NOT NULL,
		traces    BLOB NOT NULL
	);
	CREATE INDEX members ON grouped(event, n);
	CREATE INDEX drawn ON grouped(halvings) WHERE halvings > 0;
	CREATE TABLE traces(                       -- leads from terms to articles, by days so that what is added is written side by side
		block INTEGER NOT NULL, term INTEGER NOT NULL, n INTEGER NOT NULL,
		PRIMARY KEY(block, term, n)
	) WITHOUT ROWID;
	CREATE TABLE backgrounds(n INTEGER PRIMARY KEY, value BLOB NOT NULL);
	CREATE TABLE pending(                      -- articles to be grouped
		n     INTEGER PRIMARY KEY,
		stamp INTEGER NOT NULL                 -- another at each change
	);
	INSERT INTO pending SELECT n, 0 FROM articles WHERE removed = 0;
	CREATE TRIGGER added AFTER INSERT ON articles BEGIN
		INSERT OR REPLACE INTO pending VALUES(new.n, random());
	END;
	CREATE TRIGGER altered AFTER UPDATE ON articles
	WHEN (old.version, old.removed, old.sort, old.last_day, old.language, old.outlet, old.read_date, old.set_date, old.source, old.agencies)
		IS NOT (new.version, new.removed, new.sort, new.last_day, new.language, new.outlet, new.read_date, new.set_date, new.source, new.agencies) BEGIN
		INSERT OR REPLACE INTO pending VALUES(new.n, random());
	END;
	CREATE TRIGGER wiped AFTER UPDATE OF text ON texts WHEN new.text = '' BEGIN
		UPDATE grouped SET signature = x'' WHERE n = new.n >> 16;
	END;
	CREATE TRIGGER decided AFTER INSERT ON work WHEN new.key GLOB 'decision *' BEGIN
		INSERT OR REPLACE INTO pending SELECT n, random() FROM articles WHERE id IN (json_extract(new.value, '$.A'), json_extract(new.value, '$.B'));
	END;
	CREATE TRIGGER undecided AFTER DELETE ON work WHEN old.key GLOB 'decision *' BEGIN
		INSERT OR REPLACE INTO pending SELECT n, random() FROM articles WHERE id IN (json_extract(old.value, '$.A'), json_extract(old.value, '$.B'));
	END;`

// countSchema forgets how many disputes an event has where the reader judges one.
const countSchema = `CREATE TRIGGER judged AFTER INSERT ON work WHEN new.key GLOB 'verdict *' BEGIN
		UPDATE events SET conflicts = NULL WHERE n IN (SELECT g.event FROM articles a JOIN grouped g ON g.n = a.n
			WHERE a.id IN (json_extract(new.value, '$.A.Article'), json_extract(new.value, '$.B.Article')));
	END;
	CREATE TRIGGER unjudged AFTER DELETE ON work WHEN old.key GLOB 'verdict *' BEGIN
		UPDATE events SET conflicts = NULL WHERE n IN (SELECT g.event FROM articles a JOIN grouped g ON g.n = a.n
			WHERE a.id IN (json_extract(old.value, '$.A.Article'), json_extract(old.value, '$.B.Article')));
	END;`

// foundSchema keeps what was found in an event where its disputes were counted, see
// found.go.
const foundSchema = `ALTER TABLE events ADD COLUMN found TEXT NOT NULL DEFAULT '';
	UPDATE events SET conflicts = NULL, counted = NULL;`

// leadSchema keeps which article each conflict that was found is of, so that it is
// found again by its ID. What was counted before has no leads, and is counted anew.
const leadSchema = `CREATE TABLE leads(
		conflict TEXT PRIMARY KEY,             -- its ID
		article  INTEGER NOT NULL              -- of one of its sides
	) WITHOUT ROWID;
	UPDATE events SET conflicts = NULL, counted = NULL WHERE conflicts IS NOT NULL;`
