-- The name the inviter wrote, when the portal knew the address already: an address tells nothing about its person.
ALTER TABLE "Contributor" ADD COLUMN "invitedAs" TEXT;
