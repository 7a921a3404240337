using System.CommandLine;
using Memti.Hosting;

namespace Memti.Host.Commands;

/// <summary>Options that every command takes.</summary>
internal static class CommonOptions
{
    public static Option<string[]> PluginPath { get; } = new("--plugin-path", "-p")
    {
        Description = "A plugin's assembly, its folder, a cell file (*.memcell.yaml), or a folder of such folders; may be given more than once. The plugins and cells beside the executable are always there.",
        HelpName = "PATH",
        Recursive = true,
    };

    public static Option<double> PluginTimeLimit { get; } = new("--plugin-time-limit")
    {
        Description = "Longest time of one call into a plugin, in seconds (0.01 to 86400).",
        HelpName = "SECONDS",
        DefaultValueFactory = static _ => PluginGuard.DefaultLimit.TotalSeconds,
        Recursive = true,
    };

    static CommonOptions() => PluginTimeLimit.Validators.Add(static result =>
    {
        if (result.GetValue(PluginTimeLimit) is not (>= 0.01 and <= 86400))
            result.AddError("--plugin-time-limit is out of range; permitted: 0.01 to 86400 (seconds).");
    });
}
