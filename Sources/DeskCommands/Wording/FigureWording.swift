import CommandLineKit
import DeskCore

// What figures are counted by, as people read it; scripts are given the codes.

extension Channel {
  var title: String {
    switch self {
    case .whatsapp: "WhatsApp"
    case .livechat: "Livechat"
    case .webchat: "Webchat"
    }
  }
}

extension TicketOrigin {
  var title: Text {
    switch self {
    case .whatsapp: Text(Channel.whatsapp.title)
    case .livechat: Text(Channel.livechat.title)
    case .webchat: Text(Channel.webchat.title)
    case .schedule: Text(en: "schedule", pt: "agendamento")
    case .manual: Text(en: "by hand", pt: "manual")
    }
  }
}

extension ScheduleState {
  var title: Text {
    switch self {
    case .pending: Text(en: "pending", pt: "pendente")
    case .completed: Text(en: "completed", pt: "concluído")
    case .failed: Text(en: "failed", pt: "falhou")
    case .expired: Text(en: "expired", pt: "expirou")
    case .cancelled: Text(en: "cancelled", pt: "cancelado")
    }
  }
}
