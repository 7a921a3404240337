using Memti.Abstractions.Memories;
using Memti.Scenarios.Kinds;

namespace Memti.Plugins.Loading;

/// <summary>A memory technology that a plugin offers.</summary>
/// <param name="Kind">The word that a scenario uses.</param>
/// <param name="OptionsType">The class whose parameters are the kind's keys.</param>
/// <param name="PluginId">The plugin that offers it.</param>
/// <param name="File">The plugin's assembly as messages name it; null when the host itself offers the kind.</param>
/// <param name="Create">
/// Makes a model from an instance of the options class. Plugin code: call it through <see cref="PluginGuard"/>.
/// </param>
public sealed record MemoryRegistration(
    string Kind,
    Type OptionsType,
    string PluginId,
    string? File,
    Func<object, IMemoryModel> Create)
    : Registration(KindCategory.Memory, Kind, OptionsType, PluginId, File);
