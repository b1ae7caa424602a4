#include "CSystem.h"

// A file of text takes three lines: its path, its bytes, the end.
#define FILE_AT(path) {path, (const uint8_t[]) {
#define END_OF_FILE 0}},

static const struct csystem_embedded_file files[] = {
  FILE_AT("Config/agents.json")
#embed "../../Config/agents.json" suffix(,)
  END_OF_FILE
  FILE_AT("Config/canned.json")
#embed "../../Config/canned.json" suffix(,)
  END_OF_FILE
  FILE_AT("Config/categories.json")
#embed "../../Config/categories.json" suffix(,)
  END_OF_FILE
  FILE_AT("Config/desk.json")
#embed "../../Config/desk.json" suffix(,)
  END_OF_FILE
  FILE_AT("Config/groups.json")
#embed "../../Config/groups.json" suffix(,)
  END_OF_FILE
  FILE_AT("Config/hours.json")
#embed "../../Config/hours.json" suffix(,)
  END_OF_FILE
  FILE_AT("Config/priorities.json")
#embed "../../Config/priorities.json" suffix(,)
  END_OF_FILE
  FILE_AT("Config/queues.json")
#embed "../../Config/queues.json" suffix(,)
  END_OF_FILE
  FILE_AT("Config/roles.json")
#embed "../../Config/roles.json" suffix(,)
  END_OF_FILE
  FILE_AT("Config/subjects.json")
#embed "../../Config/subjects.json" suffix(,)
  END_OF_FILE
  FILE_AT("Config/surveys.json")
#embed "../../Config/surveys.json" suffix(,)
  END_OF_FILE
  FILE_AT("Config/teams.json")
#embed "../../Config/teams.json" suffix(,)
  END_OF_FILE
  FILE_AT("Config/templates.json")
#embed "../../Config/templates.json" suffix(,)
  END_OF_FILE
  FILE_AT("Config/ticketTypes.json")
#embed "../../Config/ticketTypes.json" suffix(,)
  END_OF_FILE
  FILE_AT("Samples/config/agents.json")
#embed "../../Samples/config/agents.json" suffix(,)
  END_OF_FILE
  FILE_AT("Samples/config/canned.json")
#embed "../../Samples/config/canned.json" suffix(,)
  END_OF_FILE
  FILE_AT("Samples/config/categories.json")
#embed "../../Samples/config/categories.json" suffix(,)
  END_OF_FILE
  FILE_AT("Samples/config/desk.json")
#embed "../../Samples/config/desk.json" suffix(,)
  END_OF_FILE
  FILE_AT("Samples/config/groups.json")
#embed "../../Samples/config/groups.json" suffix(,)
  END_OF_FILE
  FILE_AT("Samples/config/hours.json")
#embed "../../Samples/config/hours.json" suffix(,)
  END_OF_FILE
  FILE_AT("Samples/config/priorities.json")
#embed "../../Samples/config/priorities.json" suffix(,)
  END_OF_FILE
  FILE_AT("Samples/config/queues.json")
#embed "../../Samples/config/queues.json" suffix(,)
  END_OF_FILE
  FILE_AT("Samples/config/roles.json")
#embed "../../Samples/config/roles.json" suffix(,)
  END_OF_FILE
  FILE_AT("Samples/config/subjects.json")
#embed "../../Samples/config/subjects.json" suffix(,)
  END_OF_FILE
  FILE_AT("Samples/config/surveys.json")
#embed "../../Samples/config/surveys.json" suffix(,)
  END_OF_FILE
  FILE_AT("Samples/config/teams.json")
#embed "../../Samples/config/teams.json" suffix(,)
  END_OF_FILE
  FILE_AT("Samples/config/templates.json")
#embed "../../Samples/config/templates.json" suffix(,)
  END_OF_FILE
  FILE_AT("Samples/config/ticketTypes.json")
#embed "../../Samples/config/ticketTypes.json" suffix(,)
  END_OF_FILE
  FILE_AT("Samples/contatos.csv")
#embed "../../Samples/contatos.csv" suffix(,)
  END_OF_FILE
};

const struct csystem_embedded_file *csystem_embedded_file(size_t place) {
  return place < sizeof files / sizeof *files ? &files[place] : NULL;
}
