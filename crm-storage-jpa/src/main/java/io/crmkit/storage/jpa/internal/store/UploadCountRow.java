package io.crmkit.storage.jpa.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/**
 * That a file was counted for an uploader on a day, under a number that nobody else has there. A counter in one row would
 * make all that count for one uploader want the same row, and most of them lose the race for it.
 */
@Entity(name = "CrmUploadCount")
@Table(name = "upload_count")
class UploadCountRow {
    @Id
    @Column(name = "key_text", length = 120)
    String key;

    @Column(name = "account", length = 100)
    String account;

    @Column(name = "file_number")
    int number;

    @Column(name = "created_at")
    Instant at;

    static UploadCountRow of(String uploader, LocalDate day, int number, Instant at) {
        UploadCountRow row = new UploadCountRow();
        row.account = account(uploader, day);
        row.key = row.account + " " + number;
        row.number = number;
        row.at = at;
        return row;
    }

    static String account(String uploader, LocalDate day) {
        return day + " " + uploader;
    }
}
