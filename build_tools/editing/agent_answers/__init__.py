"""What agents, programs that read for people, may ask of an edition: tools with bounded answers and addresses."""
