extension SendScript {
  static let sendsContacts = #"""
    case $request in
          'POST '*/contacts) send_contact "${request#* }" ;;
          *) send_line "${request#* }" ;;
        esac
    """#

  /// A contact may be there before the import: its identifier, e-mail and telephone are taken only once.
  static let asContact = #"""
    # A contact that is refused because it is there already is looked for there.
    send_contact() {
      attempt -X POST -H 'Content-Type: application/json' --data-binary "@$work/body" "$URL$1"
      [ "$code" != 422 ] || find_contact "$1"
      check
    }
    find_contact() {
      cp "$work/answer" "$work/refusal"
      found=
      for field in identifier email phone_number; do
        jq -j --arg field "$field" '.body[$field] // ""' "$work/line" >"$work/wanted"
        [ ! -s "$work/wanted" ] || search_contact "$1"
        [ -z "$found" ] || break
      done
      if [ -n "$found" ]; then
        enter_inbox "$1"
      else
        cp "$work/refusal" "$work/answer"
        code=422
      fi
    }
    # The search finds parts of words too, a page at a time.
    search_contact() {
      page=1
      found=
      while [ -z "$found" ] && [ "$page" -le 1000 ]; do
        send -G --data-urlencode "q@$work/wanted" --data "page=$page" "$URL$1/search"
        ! jq -e '.payload == []' "$work/answer" >"$work/none" || break
        found=$(jq -c --arg field "$field" --slurpfile line "$work/line" '
          [.payload[] | select((.[$field] // "" | ascii_downcase)
            == ($line[0].body[$field] | ascii_downcase))][0] // empty' "$work/answer")
        page=$((page + 1))
      done
    }
    # Conversations go by what names the contact in the inbox.
    enter_inbox() {
      source=$(printf '%s' "$found" | jq -r '
        [.contact_inboxes[]? | select(.inbox.id == (env.INBOX | tonumber)).source_id][0] // ""')
      if [ -z "$source" ]; then
        jq -n '{inbox_id: (env.INBOX | tonumber)}' >"$work/body"
        send_json POST "$1/$(printf '%s' "$found" | jq .id)/contact_inboxes" "$work/body"
        source=$(jq -r .source_id "$work/answer")
      fi
      jq -n --arg id "$source" '{payload: {contact_inbox: {source_id: $id}}}' >"$work/answer"
      code=200
    }
    """#
}
