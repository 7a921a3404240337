using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Organisations;
using Memti.Documents.Files;
using Memti.Documents.Numbers;
using Memti.Runs.Arrays;

namespace Memti.Host.Rendering;

/// <summary>Solved arrays as JSON, version 2: the columns of <see cref="ArrayColumns"/> under <c>arrays</c>, and the results of the search
/// next to them.</summary>
internal static class ArrayJson
{
    /// <summary>Writes one study.</summary>
    public static string Render(ArrayAnswer answer) => Write(Node(answer));

    /// <summary>Writes several studies.</summary>
    public static string Render(IEnumerable<ArrayAnswer> answers) =>
        Write(new JsonObject { ["studies"] = new JsonArray([.. answers.Select(Node)]) });

    private static string Write(JsonObject body)
    {
        body.Insert(0, "memti_array", 2);
        return JsonText.Of(body);
    }

    private static JsonObject Node(ArrayAnswer answer) => new()
    {
        ["cell"] = answer.Cell.Name,
        ["profile"] = EnumWords.Of(answer.Question.Profile),
        ["status"] = StatusWord.Of(answer.Status),
        ["bank_rule"] = answer.Question.Banks is { } banks ? EnumWords.Of(banks) : null,
        ["arrays"] = new JsonArray([.. answer.Arrays.Select(array => Columns(answer, array))]),
        ["pareto_axes"] = new JsonArray([.. answer.Question.Axes.Select(static axis => (JsonNode)EnumWords.Of(axis))]),
        ["pareto"] = new JsonArray([.. answer.Front.Select(bank => Columns(answer, new SolvedArray(null, [bank])))]),
        ["tried"] = answer.Tried,
        ["refused"] = new JsonObject(
            answer.Rejections.Select(static refused => KeyValuePair.Create(Word(refused.Key), (JsonNode?)refused.Value))),
        ["misreads"] = answer.Misreads is { } misreads ? Node(misreads) : null,
        ["ecc"] = answer.Correction is { } correction ? Node(correction) : null,
    };

    private static JsonObject Columns(ArrayAnswer answer, SolvedArray array) =>
        new(
            ArrayColumns.All
                .Select(column => KeyValuePair.Create(column.Name, JsonSerializer.SerializeToNode(column.Value(answer, array)))));

    private static JsonObject Node(ArrayMisreads misreads) => new()
    {
        ["cell_error_rate"] = misreads.MeanCellErrorRate,
        ["worst_level_error_rate"] = misreads.WorstLevelErrorRate,
        ["bit_error_rate_natural_binary"] = misreads.BitErrorRateBinary,
        ["bit_error_rate_gray"] = misreads.BitErrorRateGray,
        ["source"] = misreads.Source,
    };

    private static JsonObject Node(ArrayCorrection correction) => new()
    {
        ["code"] = correction.Name,
        ["data_bits"] = correction.DataBits,
        ["check_bits"] = correction.CheckBits,
        ["cells_per_word"] = correction.Cost.CellsPerWord,
        ["extra_cells_per_word"] = correction.Cost.ExtraCellsPerWord,
        ["encode_energy_pj"] = correction.Cost.EncodeEnergy.Picojoules,
        ["check_energy_pj"] = correction.Cost.CheckEnergy.Picojoules,
        ["correct_energy_pj"] = correction.Cost.CorrectEnergy.Picojoules,
        ["check_latency_ns"] = correction.Cost.CheckLatency.Seconds * 1e9,
        ["correct_latency_ns"] = correction.Cost.CorrectLatency.Seconds * 1e9,
        ["word_error_rate"] = correction.UncorrectableRate,
        ["status"] = StatusWord.Of(correction.Cost.Status),
    };

    private static string Word(Rejection rejection) => JsonNamingPolicy.SnakeCaseLower.ConvertName(rejection.ToString());
}
