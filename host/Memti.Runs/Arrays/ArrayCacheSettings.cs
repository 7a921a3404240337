using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Caching;
using Memti.Arrays.Codes;

namespace Memti.Runs.Arrays;

/// <summary>
/// Where solved arrays are kept between runs, and how many. The environment says it, so that every command of a machine agrees.
/// </summary>
public sealed record ArrayCacheSettings
{
    /// <summary>Names the folder, or <see cref="Off"/>.</summary>
    public const string PlaceVariable = "MEMTI_CACHE";

    /// <summary>Names the limit in MiB.</summary>
    public const string LimitVariable = "MEMTI_CACHE_LIMIT_MIB";

    /// <summary>The word that switches the cache off.</summary>
    public const string Off = "off";

    private const string FolderName = "memti";
    private const string ArraysFolder = "arrays";
    private const int LargestLimitMebibytes = 1 << 20;

    /// <summary>Full path of the folder of solved arrays; null when nothing is kept.</summary>
    public string? Place { get; init; }

    /// <summary>Most bytes of all entries.</summary>
    public long LimitBytes { get; init; } = DiskBankCache.DefaultLimit;

    /// <summary>
    /// <c>MEMTI_CACHE</c>, else the platform's place for caches: <c>$XDG_CACHE_HOME/memti</c> or <c>~/.cache/memti</c>,
    /// <c>~/Library/Caches/memti</c> on macOS, <c>%LOCALAPPDATA%\memti\cache</c> on Windows; in each, <c>arrays</c>.
    /// </summary>
    /// <param name="variable">The value of an environment variable; null where it is not set.</param>
    /// <exception cref="MemtiException"><see cref="ArrayCodes.BadCacheSetting"/>.</exception>
    public static ArrayCacheSettings Of(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return new ArrayCacheSettings { Place = PlaceOf(variable), LimitBytes = LimitOf(variable(LimitVariable)) };
    }

    /// <summary>The cache of the settings; null when nothing is kept.</summary>
    /// <param name="notice">Is told, once at most, that nothing can be written.</param>
    public DiskBankCache? Open(Action<Diagnostic>? notice = null) => Place is null ? null : new DiskBankCache(Place, LimitBytes, notice);

    private static string? PlaceOf(Func<string, string?> variable)
    {
        string? named = variable(PlaceVariable);
        if (string.Equals(named, Off, StringComparison.OrdinalIgnoreCase))
            return null;
        string? place = string.IsNullOrEmpty(named) ? Usual(variable) : named;
        if (place is null)
            return null;
        try
        {
            return Path.Combine(Path.GetFullPath(place), ArraysFolder);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw Refuse(PlaceVariable, place, $"a folder, or {Off}");
        }
    }

    /// <summary>The platform's place; null where the user has no folder.</summary>
    private static string? Usual(Func<string, string?> variable)
    {
        if (OperatingSystem.IsWindows())
            return Below(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), FolderName, "cache");
        if (variable("XDG_CACHE_HOME") is { } cache && Path.IsPathRooted(cache))
            return Path.Combine(cache, FolderName);
        return OperatingSystem.IsMacOS()
            ? Below(variable("HOME"), "Library", "Caches", FolderName)
            : Below(variable("HOME"), ".cache", FolderName);
    }

    private static string? Below(string? folder, params string[] names) =>
        string.IsNullOrEmpty(folder) ? null : Path.Combine([folder, .. names]);

    private static long LimitOf(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return DiskBankCache.DefaultLimit;
        bool sound = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int mebibytes);
        return sound && mebibytes is >= 1 and <= LargestLimitMebibytes
            ? (long)mebibytes << 20
            : throw Refuse(LimitVariable, text, $"1 to {LargestLimitMebibytes} (MiB)");
    }

    private static MemtiException Refuse(string variable, string value, string permitted) => new(
        new Diagnostic(ArrayCodes.BadCacheSetting, $"the environment variable {variable} is '{value}'; permitted: {permitted}.")
        {
            Key = variable,
            Value = value,
            Permitted = permitted,
        });
}
