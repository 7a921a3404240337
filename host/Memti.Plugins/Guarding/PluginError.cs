using System.Globalization;
using System.Reflection;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Codes;
using Memti.Plugins.Processes;

namespace Memti.Plugins.Guarding;

/// <summary>Says what went wrong in plugin code, as a finding in the plugin's file.</summary>
internal static class PluginError
{
    public static MemtiException Threw(PluginCall call, Exception fault, bool showsStack)
    {
        Exception cause = Innermost(fault);
        string stack = showsStack ? Lines(ExceptionText.StackOf(cause)) : "";
        if (MissingDependency.Describe(fault) is { } missing)
            return Finding(
                PluginCodes.PluginDependencyMissing,
                call,
                $"plugin '{call.PluginId}' lacks a dependency in {call}: {missing}{stack}",
                fault);
        string threw = $"plugin '{call.PluginId}' threw {cause.GetType().Name} in {call}: {ExceptionText.MessageOf(cause)}{stack}";
        return Finding(DiagnosticCode.PluginThrew, call, threw, fault);
    }

    public static MemtiException TimedOut(PluginCall call, TimeSpan limit, string? stack)
    {
        string seconds = limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        string text = $"plugin '{call.PluginId}' did not return from {call} within {seconds} s.{Lines(stack)}";
        return Finding(PluginCodes.PluginTimedOut, call, text, null);
    }

    public static MemtiException GaveNull(PluginCall call, NullAnswerException missing)
    {
        PluginCall at = missing.Member is { } member ? call with { Member = member } : call;
        string text = $"plugin '{call.PluginId}' breaks the contract: {at} gave {missing.Message}.";
        return Finding(DiagnosticCode.PluginInvalid, call, text, missing);
    }

    // These two only say that something inside them failed.
    private static Exception Innermost(Exception fault)
    {
        while (fault is TargetInvocationException or TypeInitializationException && fault.InnerException is { } inner)
            fault = inner;
        return fault;
    }

    /// <summary>The lines of a stack that are the plugin's: below them are the host's, which say nothing of the plugin.</summary>
    public static string Lines(string? stack) => stack is null
        ? ""
        : string.Concat(
            stack.Split('\n').TakeWhile(static line => !IsOfHost(line)).Select(static line => "\n" + line.TrimEnd('\r')));

    private static bool IsOfHost(string line) =>
        line.Contains(" at Memti.Plugins.Output.", StringComparison.Ordinal)
        || line.Contains(" at Memti.Plugins.Guarding.", StringComparison.Ordinal)
        || line.Contains(" at Memti.Plugins.Loading.", StringComparison.Ordinal)
        || line.Contains(" at Memti.Plugins.Registry.", StringComparison.Ordinal)
        || line.Contains(" at Memti.Simulation.", StringComparison.Ordinal);

    private static MemtiException Finding(string code, PluginCall call, string message, Exception? inner) =>
        new(new Diagnostic(code, message) { File = call.File }, inner);
}
