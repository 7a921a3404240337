using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Runs.Codes;

namespace Memti.Runs.Sweeps.Shards;

/// <summary>
/// The folder of the shards of one study: a file for each finished shard, a growing one for each that runs, and <c>study.json</c>, which
/// says what they are of. Names of files begin with the state of the study, so that shards of an earlier state are told apart.
/// </summary>
public sealed class PartsFolder
{
    private const string Finished = ".part", Growing = ".work", About = "study.json";
    private const int StateDigits = 16;

    private readonly string _folder;
    private readonly string _state;

    /// <summary>A folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="state">What identifies study and context.</param>
    internal PartsFolder(string folder, string state) => (_folder, _state) = (folder, state[..StateDigits]);

    /// <summary>The file of a finished shard.</summary>
    internal string FileOf(Shard shard) => Path.Combine(_folder, NameOf(shard) + Finished);

    /// <summary>The file of a shard that runs.</summary>
    internal string WorkFileOf(Shard shard) => Path.Combine(_folder, NameOf(shard) + Growing);

    /// <summary>The file of points that are run before the shards, to see how long they take.</summary>
    internal string PilotFile => Path.Combine(_folder, _state + "-pilot" + Growing);

    /// <summary>All files of this state, finished ones and others, in ordinal order.</summary>
    internal IReadOnlyList<string> Files => [.. Names.Where(IsOfState).Select(name => Path.Combine(_folder, name))];

    /// <summary>Number of files of other states.</summary>
    internal int Others => Names.Count(name => !IsOfState(name));

    /// <summary>Number of finished shards of this state.</summary>
    internal int FinishedCount => Names.Count(name => IsOfState(name) && name.EndsWith(Finished, StringComparison.Ordinal));

    private IEnumerable<string> Names => Directory.Exists(_folder)
        ? Directory.EnumerateFiles(_folder)
            .Select(static file => Path.GetFileName(file))
            .Where(static name => name.EndsWith(Finished, StringComparison.Ordinal) || name.EndsWith(Growing, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
        : [];

    /// <summary>Says what the folder is of.</summary>
    /// <param name="study">The study file.</param>
    /// <param name="shard">The shard that is run. Several may do this at the same time.</param>
    /// <exception cref="MemtiException">The folder is of another study (<see cref="SweepCodes.PartsOfOtherStudy"/>), or
    /// <see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    internal void Claim(string study, Shard shard)
    {
        WholeFile.MakeFolder(_folder);
        string name = Path.GetRelativePath(_folder, study).Replace('\\', '/');
        if (Read(_folder) is { } known && known.Study != name)
            throw new MemtiException(new Diagnostic(
                SweepCodes.PartsOfOtherStudy, $"the folder has shards of study '{known.Study}'; choose another --output.")
            {
                File = _folder,
                Value = name,
                Permitted = known.Study,
            });
        var about = new JsonObject { ["memti_parts"] = 1, ["study"] = name, ["shards"] = shard.Count };
        string aside = Path.Combine(_folder, NameOf(shard) + ".about");
        WholeFile.Write(aside, Encoding.UTF8.GetBytes(JsonText.Of(about)));
        WholeFile.Rename(aside, Path.Combine(_folder, About));
    }

    /// <summary>What a folder is of: path of its study, and number of shards; null when it says nothing.</summary>
    public static (string Study, int Shards)? Read(string folder)
    {
        string file = Path.Combine(folder, About);
        if (!File.Exists(file))
            return null;
        try
        {
            return JsonNode.Parse(WholeFile.Read(file)) is JsonObject about
                && about["study"]?.GetValue<string>() is { } study
                && about["shards"]?.GetValue<int>() is { } shards
                ? (study, shards)
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private string NameOf(Shard shard) =>
        string.Create(CultureInfo.InvariantCulture, $"{_state}-{shard.Number:00000}-of-{shard.Count:00000}");

    private bool IsOfState(string name) => name.StartsWith(_state + "-", StringComparison.Ordinal);
}
