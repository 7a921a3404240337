using Memti.Abstractions.Models;
using Memti.Abstractions.Studies;
using Memti.Plugins.Guarding;

namespace Memti.Plugins.Registry;

/// <summary>A study that a plugin offers on the command line: <c>memti group name network --key value</c>.</summary>
/// <param name="Group">First word, such as <c>nvdla</c>.</param>
/// <param name="Name">Second word, such as <c>plan</c>.</param>
/// <param name="Summary">What it does, and examples, for the help.</param>
/// <param name="OptionsType">The class whose parameters are the options.</param>
/// <param name="PluginId">The plugin that offers it.</param>
/// <param name="File">The plugin's assembly as messages name it; null when the host itself offers it.</param>
/// <param name="Run">Answers. Plugin code: call it through <see cref="PluginGuard"/>.</param>
public sealed record StudyRegistration(
    string Group,
    string Name,
    string Summary,
    Type OptionsType,
    string PluginId,
    string? File,
    Func<object, Network, StudyResult> Run);
