using System.Globalization;
using System.Reflection;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Codes;

namespace Memti.Plugins.Guarding;

/// <summary>Says what went wrong in plugin code, as a finding in the plugin's file.</summary>
internal static class PluginError
{
    public static MemtiException Threw(string pluginId, string? file, string what, Exception fault)
    {
        if (MissingDependency.Describe(fault) is { } missing)
            return Finding(
                PluginCodes.PluginDependencyMissing, file, $"plugin '{pluginId}' lacks a dependency in {what}: {missing}", fault);
        Exception cause = Innermost(fault);
        string threw = $"plugin '{pluginId}' threw {cause.GetType().Name} in {what}: {cause.Message}";
        return Finding(DiagnosticCode.PluginThrew, file, threw, fault);
    }

    public static MemtiException TimedOut(string pluginId, string? file, string what, TimeSpan limit)
    {
        string seconds = limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return Finding(PluginCodes.PluginTimedOut, file, $"plugin '{pluginId}' did not return from {what} within {seconds} s.", null);
    }

    // These two only say that something inside them failed.
    private static Exception Innermost(Exception fault)
    {
        while (fault is TargetInvocationException or TypeInitializationException && fault.InnerException is { } inner)
            fault = inner;
        return fault;
    }

    private static MemtiException Finding(string code, string? file, string message, Exception? inner) =>
        new(new Diagnostic(code, message) { File = file }, inner);
}
