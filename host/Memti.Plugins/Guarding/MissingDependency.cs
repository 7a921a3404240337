using System.Reflection;

namespace Memti.Plugins.Guarding;

/// <summary>Tells a library that cannot be loaded from a file that a plugin could not open.</summary>
internal static class MissingDependency
{
    /// <summary>Names the missing or damaged library behind an exception; null when it is about something else.</summary>
    public static string? Describe(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
            if (DescribeOne(fault) is { } found)
                return found;
        return null;
    }

    private static string? DescribeOne(Exception fault) => fault switch
    {
        FileNotFoundException { FileName: { } name } when IsAssembly(name) => $"{FileOf(name)} is not beside it.",
        FileLoadException { FileName: { } name } when IsAssembly(name) => $"{FileOf(name)} cannot be loaded.",
        BadImageFormatException { FileName: { } name } => $"{FileOf(name)} is no whole .NET assembly.",
        BadImageFormatException => fault.Message,
        DllNotFoundException => $"a native library is missing. {FirstLine(fault.Message)}",
        TypeLoadException or MissingMemberException => $"a library is there in another version. {fault.Message}",
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => Describe(first),
        _ => null,
    };

    // An assembly that is asked for by name has a version; one that is asked for by path is a dll. Anything else is a data file.
    private static bool IsAssembly(string name) =>
        name.Contains(", Version=", StringComparison.Ordinal) || name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    private static string FileOf(string name) =>
        name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? Path.GetFileName(name) : name.Split(',')[0] + ".dll";

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd('\r');
}
