"""The way to Mailchimp, below the one gateway: a request, its answer, what it can mean."""
