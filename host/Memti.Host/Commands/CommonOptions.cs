using System.CommandLine;
using System.Diagnostics;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Codes;
using Memti.Arrays.Search;
using Memti.Documents.Parameters;
using Memti.Host.Rendering;
using Memti.Plugins.Guarding;
using Memti.Runs.Arrays;

namespace Memti.Host.Commands;

/// <summary>Options of every command.</summary>
internal static class CommonOptions
{
    /// <summary>Shortest time limit of a plugin call, in seconds.</summary>
    public const double ShortestTimeLimit = 0.01;

    /// <summary>Longest time limit of a plugin call, in seconds: a day.</summary>
    public const double LongestTimeLimit = 86_400;

    public static Option<string[]> PluginPath { get; } = new("--plugin-path", "-p")
    {
        Description = "A plugin's assembly, its folder, a cell file (*.memcell.yaml), or a folder of such folders. May be given more "
            + "than once. The plugins and cells installed with the executable are always loaded.",
        HelpName = "PATH",
        Recursive = true,
    };

    public static Option<double> PluginTimeLimit { get; } =
        new KeyOption<double>(new DocumentKey<double>(
            "plugin_time_limit", "Time limit of one call into a plugin", ShortestTimeLimit, LongestTimeLimit)
        {
            Unit = "seconds",
            Fallback = PluginGuard.DefaultLimit.TotalSeconds,
        })
        {
            Recursive = true,
        };

    public static Option<bool> PluginStack { get; } = new("--plugin-stack")
    {
        Description = "Show where in a plugin it happened that it threw or did not return. Environment variable: MEMTI_PLUGIN_STACK=1.",
        Recursive = true,
    };

    /// <summary>The guard of a command: time limit and stacks as the user asked for.</summary>
    /// <param name="command">The command line.</param>
    /// <param name="timeLimitSeconds">Time limit of a plugin call; null for the command line's.</param>
    public static PluginGuard Guard(ParseResult command, double? timeLimitSeconds)
    {
        // No time limit under a debugger: stepping through a plugin takes as long as the user wants.
        double limit = timeLimitSeconds ?? command.GetValue(PluginTimeLimit);
        return new PluginGuard(Debugger.IsAttached ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(limit))
        {
            ShowsStack = command.GetValue(PluginStack) || Environment.GetEnvironmentVariable("MEMTI_PLUGIN_STACK") is "1" or "true",
        };
    }

    public static Option<bool> NoCache { get; } = new("--no-cache")
    {
        Description = "Do not use the cache of solved arrays (see memti cache --help). The result is the same but takes longer.",
        Recursive = true,
    };

    /// <summary>Cache of solved arrays; null when the user disabled it.</summary>
    /// <exception cref="MemtiException"><see cref="ArrayCodes.BadCacheSetting"/>.</exception>
    public static IBankCache? ArrayCache(ParseResult command) => command.GetValue(NoCache)
        ? null
        : ArrayCacheSettings.Of(Environment.GetEnvironmentVariable).Open(static notice => DiagnosticPrinter.Print(Console.Error, [notice]));
}
