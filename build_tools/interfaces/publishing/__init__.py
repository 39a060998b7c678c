"""What a published site has beside its pages; none of it is made while the site is served."""
