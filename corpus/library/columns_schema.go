package library

// columnSchema keeps beside each table what lists and counts need of its rows, many
// rows side by side in one value, so that all of a large library is soon looked
// through; see columns.go. What changes is noted and written there before the
// transaction ends.
const columnSchema = `CREATE TABLE article_columns(
		block INTEGER PRIMARY KEY,             -- articles.n >> 8
		stamp INTEGER NOT NULL,                -- greater at each change
		data  BLOB NOT NULL
	);
	CREATE INDEX article_stamps ON article_columns(stamp);
	CREATE TABLE changed_articles(n INTEGER PRIMARY KEY);
	CREATE TRIGGER article_added AFTER INSERT ON articles BEGIN INSERT OR IGNORE INTO changed_articles VALUES(new.n); END;
	CREATE TRIGGER article_altered AFTER UPDATE ON articles BEGIN
		INSERT OR IGNORE INTO changed_articles VALUES(new.n);
		INSERT OR IGNORE INTO changed_events SELECT event FROM grouped WHERE n = new.n;
	END;
	CREATE TRIGGER article_gone AFTER DELETE ON articles BEGIN INSERT OR IGNORE INTO changed_articles VALUES(old.n); END;
	INSERT INTO changed_articles SELECT n FROM articles;
	CREATE TABLE event_columns(
		block INTEGER PRIMARY KEY,             -- events.n >> 8
		stamp INTEGER NOT NULL,
		data  BLOB NOT NULL
	);
	CREATE INDEX event_stamps ON event_columns(stamp);
	CREATE TABLE changed_events(n INTEGER PRIMARY KEY);
	CREATE TRIGGER event_added AFTER INSERT ON events BEGIN INSERT OR IGNORE INTO changed_events VALUES(new.n); END;
	CREATE TRIGGER event_altered AFTER UPDATE ON events BEGIN INSERT OR IGNORE INTO changed_events VALUES(new.n); END;
	CREATE TRIGGER event_gone AFTER DELETE ON events BEGIN INSERT OR IGNORE INTO changed_events VALUES(old.n); END;
	INSERT INTO changed_events SELECT n FROM events;
	CREATE TRIGGER report_added AFTER INSERT ON grouped BEGIN
		INSERT OR IGNORE INTO changed_articles VALUES(new.n);
		INSERT OR IGNORE INTO changed_events VALUES(new.event);
	END;
	CREATE TRIGGER report_moved AFTER UPDATE OF event ON grouped BEGIN
		INSERT OR IGNORE INTO changed_articles VALUES(new.n);
		INSERT OR IGNORE INTO changed_events VALUES(old.event), (new.event);
	END;
	CREATE TRIGGER report_gone AFTER DELETE ON grouped BEGIN
		INSERT OR IGNORE INTO changed_articles VALUES(old.n);
		INSERT OR IGNORE INTO changed_events VALUES(old.event);
	END;`
