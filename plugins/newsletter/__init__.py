"""The e-bulletin: from the same texts to an outbox of e-mails; the build sends nothing."""
