using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Documents.Files;
using Memti.Training.Weights.Inputs;

namespace Memti.Training.Weights.Stages;

/// <summary>What a finished stage was made of and what it left, so that the same stage need not run again. Content alone counts, not the time of a file.</summary>
/// <param name="Request">SHA-256 of what the stage depends on in the request.</param>
/// <param name="Inputs">Its inputs, taken before it ran.</param>
/// <param name="Beside">Files that were found while the scenario was read.</param>
/// <param name="Outputs">What it wrote: path and SHA-256.</param>
public sealed record StageStamp(string Request, IReadOnlyList<InputFile> Inputs, IReadOnlyList<string> Beside, IReadOnlyList<InputFile> Outputs)
{
    private const int Version = 1;
    private const string Output = "output";

    /// <summary>What files hold now.</summary>
    /// <param name="names">The files.</param>
    /// <param name="at">Where a file of a name lies.</param>
    public static IReadOnlyList<InputFile> Hash(IEnumerable<string> names, Func<string, string> at) =>
        [.. names.Select(name => new InputFile(Output, name, FileHash.OrMissing(at(name))))];

    /// <summary>True when a stage with these inputs would leave what is there.</summary>
    /// <param name="request">SHA-256 of what the stage depends on in the request.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="at">Where an output of a name lies.</param>
    public bool IsOf(string request, IReadOnlyList<InputFile> inputs, Func<string, string> at)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Request == request && Inputs.SequenceEqual(inputs) && Outputs.SequenceEqual(Hash(Outputs.Select(static output => output.Name), at));
    }

    /// <summary>Inputs that are not what they were, by role and name.</summary>
    public static IReadOnlyList<InputFile> Changed(IReadOnlyList<InputFile> before, IReadOnlyList<InputFile> after) => [.. after.Where(input => !before.Contains(input))];

    /// <summary>Reads a stamp; null where there is none that can be understood.</summary>
    public static StageStamp? Read(string file)
    {
        if (!File.Exists(file))
            return null;
        try
        {
            return JsonNode.Parse(WholeFile.Read(file)) is JsonObject stamp && (int?)stamp["memti_stamp"] == Version ? Of(stamp) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or NullReferenceException)
        {
            return null;
        }
    }

    /// <summary>Writes the stamp, whole or not at all.</summary>
    public void Write(string file) => WholeFile.Write(file, System.Text.Encoding.UTF8.GetBytes(JsonText.Of(new JsonObject
    {
        ["memti_stamp"] = Version,
        ["request"] = Request,
        ["inputs"] = Files(Inputs),
        ["beside"] = new JsonArray([.. Beside.Select(static file => JsonValue.Create(file))]),
        ["outputs"] = Files(Outputs),
    })));

    private static StageStamp Of(JsonObject stamp) => new(
        (string)stamp["request"]!,
        Files(stamp["inputs"]!.AsArray()),
        [.. stamp["beside"]!.AsArray().Select(static file => (string)file!)],
        Files(stamp["outputs"]!.AsArray()));

    private static JsonArray Files(IReadOnlyList<InputFile> files) =>
        [.. files.Select(static file => new JsonObject { ["role"] = file.Role, ["name"] = file.Name, ["sha256"] = file.Sha256 })];

    private static InputFile[] Files(JsonArray files) => [.. files.Select(static file => new InputFile((string)file!["role"]!, (string)file["name"]!, (string)file["sha256"]!))];
}
