#include "server/storage/dialect.hpp"

#include <sstream>

namespace rejoinder::storage {

namespace {

class sqlite_dialect final : public dialect {
public:
    std::string_view begin_change() const noexcept override { return "BEGIN IMMEDIATE"; }
    std::string_view begin_reading() const noexcept override { return "BEGIN"; }
    std::string_view identity() const noexcept override
    {
        // Without AUTOINCREMENT a number is given again after its row was deleted.
        return "INTEGER PRIMARY KEY AUTOINCREMENT";
    }
    std::vector<std::string> drop_full_text() const override
    {
        return {
            "DROP TRIGGER comment_text_added",
            "DROP TRIGGER comment_text_changed",
            "DROP TRIGGER comment_text_removed",
            "DROP TABLE comment_text",
        };
    }
    std::vector<std::string> full_text() const override
    {
        // Words are found by how they begin; the beginnings that many share have an index of
        // their own. It finds comments by their rowid, which VACUUM may change: after one, the
        // table is told to 'rebuild'.
        return {
            "CREATE VIRTUAL TABLE comment_text USING fts5(author_name, text, content='comment', "
            "tokenize='unicode61 remove_diacritics 2', prefix='2 3')",
            "CREATE TRIGGER comment_text_added AFTER INSERT ON comment BEGIN "
            "INSERT INTO comment_text (rowid, author_name, text) "
            "VALUES (new.rowid, new.author_name, new.text); END",
            "CREATE TRIGGER comment_text_changed AFTER UPDATE OF author_name, text ON comment "
            "BEGIN "
            "INSERT INTO comment_text (comment_text, rowid, author_name, text) "
            "VALUES ('delete', old.rowid, old.author_name, old.text); "
            "INSERT INTO comment_text (rowid, author_name, text) "
            "VALUES (new.rowid, new.author_name, new.text); END",
            "CREATE TRIGGER comment_text_removed AFTER DELETE ON comment BEGIN "
            "INSERT INTO comment_text (comment_text, rowid, author_name, text) "
            "VALUES ('delete', old.rowid, old.author_name, old.text); END",
            "INSERT INTO comment_text (comment_text) VALUES ('rebuild')",
        };
    }
    std::vector<std::string> waiting_reasons() const override
    {
        return {
            "CREATE TRIGGER waiting_begins AFTER UPDATE OF state ON comment "
            "WHEN new.state = 'pending' AND old.state <> 'pending' BEGIN "
            "INSERT OR IGNORE INTO waiting_reason (reason, site, comment) "
            "SELECT reason, new.site, new.id FROM finding WHERE comment = new.id; END",
            "CREATE TRIGGER waiting_ends AFTER UPDATE OF state ON comment "
            "WHEN new.state <> 'pending' AND old.state = 'pending' BEGIN "
            "DELETE FROM waiting_reason WHERE comment = new.id; END",
            "CREATE TRIGGER waiting_is_removed AFTER DELETE ON comment BEGIN "
            "DELETE FROM waiting_reason WHERE comment = old.id; END",
            "CREATE TRIGGER waiting_has_finding AFTER INSERT ON finding BEGIN "
            "INSERT OR IGNORE INTO waiting_reason (reason, site, comment) "
            "SELECT new.reason, site, id FROM comment "
            "WHERE id = new.comment AND state = 'pending'; END",
            "CREATE TRIGGER waiting_lost_finding AFTER DELETE ON finding BEGIN "
            "DELETE FROM waiting_reason WHERE comment = old.comment AND reason = old.reason "
            "AND NOT EXISTS (SELECT 1 FROM finding "
            "WHERE comment = old.comment AND reason = old.reason); END",
        };
    }
    std::string_view is_one_with_words() const noexcept override
    {
        return "c.rowid IN (SELECT rowid FROM comment_text WHERE comment_text MATCH :words)";
    }
    std::string_view has_words() const noexcept override
    {
        return "EXISTS (SELECT 1 FROM comment_text t WHERE t.rowid = c.rowid "
               "AND t.comment_text MATCH :words)";
    }
    std::string_view count_with_words() const noexcept override
    {
        return "SELECT COUNT(*) FROM (SELECT 1 FROM comment_text WHERE comment_text MATCH :words "
               "LIMIT :most)";
    }
    std::string full_text_query(std::string_view words) const override
    {
        std::string query;
        std::istringstream parts{std::string(words)};
        for (std::string word; parts >> word;) {
            std::erase(word, '"');
            if (!word.empty())
                query += '"' + word + "\"* ";
        }
        return query;
    }
    std::string_view text_columns() const noexcept override
    {
        return "SELECT tables.name, columns.name FROM sqlite_master AS tables "
               "JOIN pragma_table_info(tables.name) AS columns "
               "WHERE tables.type = 'table' AND columns.type = 'TEXT'";
    }
};

}  // namespace

std::unique_ptr<const dialect> make_sqlite_dialect()
{
    return std::make_unique<sqlite_dialect>();
}

}  // namespace rejoinder::storage
