using Memti.Abstractions.Firmware;
using Memti.Scenarios.Kinds;

namespace Memti.Plugins.Loading;

/// <summary>A firmware policy that a plugin offers.</summary>
/// <param name="Kind">The word that a scenario uses.</param>
/// <param name="OptionsType">The class whose parameters are the kind's keys.</param>
/// <param name="PluginId">The plugin that offers it.</param>
/// <param name="File">The plugin's assembly as messages name it; null when the host itself offers the kind.</param>
/// <param name="Create">
/// Makes one from an instance of the options class. Plugin code: call it through <see cref="PluginGuard"/>.
/// </param>
public sealed record FirmwareRegistration(
    string Kind,
    Type OptionsType,
    string PluginId,
    string? File,
    Func<object, IFirmware> Create)
    : Registration(KindCategory.Firmware, Kind, OptionsType, PluginId, File);
