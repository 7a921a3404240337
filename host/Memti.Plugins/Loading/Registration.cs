using Memti.Scenarios.Kinds;

namespace Memti.Plugins.Loading;

/// <summary>One kind that a plugin offers.</summary>
/// <param name="Category">What it is.</param>
/// <param name="Kind">The word that a scenario uses.</param>
/// <param name="OptionsType">The class whose parameters are the kind's keys.</param>
/// <param name="PluginId">The plugin that offers it.</param>
/// <param name="File">The plugin's assembly as messages name it; null when the host itself offers the kind.</param>
public abstract record Registration(KindCategory Category, string Kind, Type OptionsType, string PluginId, string? File);
