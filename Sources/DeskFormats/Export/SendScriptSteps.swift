extension SendScript {
  /// A line is several requests where each file is two more: those that were answered are not sent again.
  static let asDocuments = #"""
    # Sends one of the line's requests, unless `steps` has its answer's id since an earlier time.
    step() {
      count=$((count + 1))
      made=$(sed -n "s/^$((last + 1)) $count //p" steps)
      if [ -z "$made" ]; then
        "$@"
        made=$(jq '.id? // 0' "$work/answer")
        echo "$((last + 1)) $count $made" >>steps
      fi
    }
    send_document() {
      short=${path##*/}
      jq -nc --arg name "$name" --arg short "$short" '{input: {name: $name, _filename: [$short]}}' >"$work/input"
      send -X POST -F "uploadManifest=<$work/input;type=application/json" \
        -F "filename[0]=@$path;type=$type;filename=$short" "$URL/apirest.php/Document/"
    }
    # The files of a line become documents of its ticket, after it.
    add_file() {
      step send_document
      jq -nc --argjson document "$made" --argjson ticket "$ticket" \
        '{input: {documents_id: $document, items_id: $ticket, itemtype: "Ticket"}}' >"$work/input"
      step send_json POST /apirest.php/Document_Item "$work/input"
    }
    send_line() {
      grep -s "^$((last + 1)) " steps >"$work/steps" || : >steps
      count=0
      step send_json "$method" "$1" "$work/body"
      first=$made
      ticket=${id:-$first}
      each_file add_file
      echo "{\"id\": $first}" >"$work/answer"
    }
    """#
}
