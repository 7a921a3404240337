using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Caching;
using Memti.Arrays.Codes;
using Memti.Documents.Files;
using Memti.Runs.Arrays;

namespace Memti.Host.Commands;

/// <summary><c>memti cache show</c> and <c>memti cache clear</c>: the solved arrays kept between runs.</summary>
internal static class CacheCommand
{
    private static readonly Option<string> Format = FormatOption.TableJson();

    public static Command Create()
    {
        var show = new Command("show", "Print the folder, number, size and limit of the solved arrays on disk.") { Format };
        show.SetAction(static parsed => Show(parsed.GetRequiredValue(Format)));
        var clear = new Command(
            "clear", "Remove all solved arrays. Later runs solve the arrays that they need again, with the same results.");
        clear.SetAction(static _ => Clear());
        return new Command(
            "cache",
            "Manage the solved arrays that are kept on disk between runs. They are keyed by the content of cell, request and solver, "
                + "so no result depends on them.\n"
            + $"Folder: ${ArrayCacheSettings.PlaceVariable} ('{ArrayCacheSettings.Off}' keeps nothing), else $XDG_CACHE_HOME/memti or "
            + "~/.cache/memti (~/Library/Caches/memti on macOS, %LOCALAPPDATA%\\memti\\cache on Windows).\n"
            + $"Limit: ${ArrayCacheSettings.LimitVariable} (1 to 1048576 MiB, default 256); the least recently used arrays are "
            + "removed first.")
        {
            show, clear,
        };
    }

    private static int Show(string format)
    {
        ArrayCacheSettings settings = Settings();
        (int entries, long bytes) = settings.Place is { } place ? Try(place, static folder => folder.Measure()) : (0, 0);
        Console.Out.Write(format == "json" ? Json(settings, entries, bytes) : Table(settings, entries, bytes));
        return ExitCode.Done;
    }

    private static int Clear()
    {
        if (Settings().Place is not { } place)
        {
            Console.Out.WriteLine("nothing is kept");
            return ExitCode.Done;
        }

        (int entries, long bytes) = Try(place, static folder => folder.Clear());
        Console.Out.WriteLine(FormattableString.Invariant($"{place}: {entries} entries cleared, {bytes} bytes"));
        return ExitCode.Done;
    }

    private static ArrayCacheSettings Settings() => ArrayCacheSettings.Of(Environment.GetEnvironmentVariable);

    private static T Try<T>(string place, Func<BankCacheFolder, T> work)
    {
        try
        {
            return work(new BankCacheFolder(place));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var finding = new Diagnostic(ArrayCodes.CacheUnwritable, $"the cache cannot be worked on: {error.Message}");
            throw new MemtiException(finding with { File = place, Value = place }, error);
        }
    }

    private static string Table(ArrayCacheSettings settings, int entries, long bytes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"place    {settings.Place ?? ArrayCacheSettings.Off}\nentries  {entries}\nbytes    {bytes}\nlimit    {settings.LimitBytes}\n");

    private static string Json(ArrayCacheSettings settings, int entries, long bytes) => JsonText.Of(new JsonObject
    {
        ["memti_cache"] = 1,
        ["place"] = settings.Place,
        ["entries"] = entries,
        ["bytes"] = bytes,
        ["limit"] = settings.LimitBytes,
    });
}
