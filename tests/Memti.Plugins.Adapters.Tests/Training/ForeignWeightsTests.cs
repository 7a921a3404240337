using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Plugins.Adapters.Backbones;
using Memti.Trainers.Codes;

namespace Memti.Plugins.Adapters.Tests.Training;

/// <summary>Weight files as PyTorch programs write them.</summary>
public sealed partial class ForeignWeightsTests
{
    [Theory]
    [InlineData("I64")]
    [InlineData("I32")]
    public void Counters_of_batch_norms_are_passed_over(string type)
    {
        byte[] weights = Rewritten(Source(), (name, entry, data) =>
            name.EndsWith("running_var", StringComparison.Ordinal)
                ? [(name, entry, data), (Counter(name), Scalar(type), new byte[type == "I64" ? 8 : 4])]
                : [(name, entry, data)]);

        Loaded(weights, out IReadOnlyList<Diagnostic> notices).ShouldBe(Loaded(Source(), out _));
        notices.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("F64")]
    [InlineData("BF16")]
    [InlineData("F16")]
    public void Values_of_other_precisions_are_read(string type)
    {
        byte[] weights = Rewritten(Source(), (name, entry, data) => [(name, Typed(entry, type), Converted(data, type))]);
        byte[] rounded = Rewritten(Source(), (name, entry, data) => [(name, entry, Rounded(data, type))]);

        Loaded(weights, out _).ShouldBe(Loaded(rounded, out _));
    }

    [Theory]
    [InlineData("module.")]
    [InlineData("module._orig_mod.")]
    [InlineData("model.")]
    public void The_prefix_of_a_wrapper_is_stripped_with_a_notice(string prefix)
    {
        byte[] weights = Rewritten(Source(), (name, entry, data) => [(prefix + name, entry, data)]);

        Loaded(weights, out IReadOnlyList<Diagnostic> notices).ShouldBe(Loaded(Source(), out _));
        Diagnostic notice = notices.ShouldHaveSingleItem();
        (notice.Code, notice.Severity, notice.Value).ShouldBe((TrainerCodes.TensorsRenamed, Severity.Message, prefix));
    }

    [Theory]
    [InlineData(AdapterForm.None)]
    [InlineData(AdapterForm.Parallel)]
    [InlineData(AdapterForm.Series)]
    public void The_published_names_are_taken_with_a_notice(AdapterForm form)
    {
        byte[] weights = Rewritten(Source(form), (name, entry, data) => [("module." + Published(name, form), entry, data)]);
        using ITrainer expected = Loading(form);
        expected.LoadShared(new MemoryStream(Source(form)));
        expected.LoadTask(new MemoryStream(Source(form)));
        using ITrainer trainer = Loading(form);
        trainer.LoadShared(new MemoryStream(weights));
        trainer.LoadTask(new MemoryStream(weights));

        trainer.Weights(ParameterPart.All).ShouldBe(expected.Weights(ParameterPart.All));
        trainer.LoadNotices.Select(static notice => notice.Code).ShouldBe([TrainerCodes.TensorsRenamed, TrainerCodes.TensorsRenamed]);
    }

    [Fact]
    public void Of_several_published_tasks_the_first_is_taken()
    {
        byte[] weights = Rewritten(Source(), (name, entry, data) =>
        {
            string published = Published(name, AdapterForm.Parallel), second = FirstTask().Replace(published, "$1.1.");
            return published == second ? [(published, entry, data)] : [(published, entry, data), (second, entry, new byte[data.Length])];
        });

        Loaded(weights, out IReadOnlyList<Diagnostic> notices).ShouldBe(Loaded(Source(), out _));
        notices.ShouldHaveSingleItem().Message.ShouldContain("2 tasks");
    }

    [Fact]
    public void A_name_that_exists_stays_with_its_tensor()
    {
        byte[] weights = Rewritten(Source(), (name, entry, data) =>
            name == "stem.conv.weight" ? [("module." + name, entry, new byte[data.Length]), (name, entry, data)] : [(name, entry, data)]);

        Loaded(weights, out IReadOnlyList<Diagnostic> notices).ShouldBe(Loaded(Source(), out _));
        notices.ShouldBeEmpty();
    }

    [Fact]
    public void A_kernel_of_whole_numbers_does_not_fit()
    {
        byte[] weights = Rewritten(Source(), (name, entry, data) =>
            name == "stem.conv.weight" ? [(name, Typed(entry, "I32"), data)] : [(name, entry, data)]);

        Diagnostic finding = Refused(weights);
        (finding.Code, finding.Key, finding.Value).ShouldBe((DiagnosticCode.WeightsDoNotFit, "stem.conv.weight", "I32"));
    }

    [Fact]
    public void A_file_that_does_not_say_how_pixels_become_inputs_is_refused_with_what_helps()
    {
        byte[] weights = Rewritten(
            Source(), (name, entry, data) => name.StartsWith("input.", StringComparison.Ordinal) ? [] : [(name, entry, data)]);
        using ITrainer trainer = Loading();

        Diagnostic finding = Should.Throw<MemtiException>(() => trainer.LoadTask(new MemoryStream(weights))).Diagnostic;
        (finding.Code, finding.Key, finding.Permitted).ShouldBe((DiagnosticCode.WeightsDoNotFit, "input.mean", "input.mean, input.std"));
    }

    [Theory]
    [InlineData("[2147483647, 2147483647, 2147483647]", 0)]
    [InlineData("[2147483647, 2147483647, 2147483647, 0]", 0)]
    [InlineData("[0, 65536, 65536, 65536, 65536, 65536]", 0)]
    [InlineData("[4294967296]", 4)]
    [InlineData("[9223372036854775807, 2]", 4)]
    [InlineData("[18446744073709551616]", 4)]
    [InlineData("[-1, -4]", 16)]
    public void A_shape_whose_product_overflows_is_unreadable(string shape, int bytes)
    {
        string header = $$$"""{"stem.conv.weight":{"dtype":"F32","shape":{{{shape}}},"data_offsets":[0,{{{bytes}}}]}}""";

        Refused(File(Encoding.UTF8.GetBytes(header), new byte[bytes])).Code.ShouldBe(DiagnosticCode.WeightsUnreadable);
    }

    [Theory]
    [InlineData("PK\u0003\u0004\u0014\0\0\0\b\b archive/data.pkl", "PyTorch")]
    [InlineData("\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j", "PyTorch")]
    [InlineData("\u0089HDF\r\n\u001a\n\0\0\0\0", "HDF5")]
    [InlineData("\u0093NUMPY\u0001\0v\0{'descr': '<f4'", "NumPy")]
    public void A_file_of_another_format_is_recognised(string start, string name)
    {
        Diagnostic finding = Refused(Encoding.Latin1.GetBytes(start));

        finding.Code.ShouldBe(DiagnosticCode.WeightsUnreadable);
        finding.Message.ShouldContain(name);
    }

    private static byte[] Source(AdapterForm form = AdapterForm.Parallel)
    {
        using ITrainer trainer = Trainers.Of(Trainers.Small(form), TrainedPart.Everything, Trainers.Bars(), seed: 3);
        return trainer.Weights(ParameterPart.All);
    }

    private static ITrainer Loading(AdapterForm form = AdapterForm.Parallel) =>
        Trainers.Of(Trainers.Small(form), images: Trainers.Bars(), seed: 4);

    private static byte[] Loaded(byte[] weights, out IReadOnlyList<Diagnostic> notices)
    {
        using ITrainer trainer = Loading();
        trainer.LoadShared(new MemoryStream(weights));
        notices = trainer.LoadNotices;
        return trainer.Weights(ParameterPart.All);
    }

    private static Diagnostic Refused(byte[] weights)
    {
        using ITrainer trainer = Loading();
        return Should.Throw<MemtiException>(() => trainer.LoadShared(new MemoryStream(weights))).Diagnostic;
    }

    /// <summary>The name that models.py gives a tensor, written down independently of the reader.</summary>
    private static string Published(string name, AdapterForm form)
    {
        if (name.StartsWith("input.", StringComparison.Ordinal))
            return name;
        name = name
            .Replace("head.bn.", "end_bns.0.0.", StringComparison.Ordinal)
            .Replace("head.classifier.", "linears.0.", StringComparison.Ordinal)
            .Replace("stem.", "pre_layers_conv.", StringComparison.Ordinal);
        name = Block().Replace(name, static match =>
            $"layer{match.Groups[1].Value}.{int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture) - 1}.");
        name = Half().Replace(name, static match =>
            $".conv{(match.Groups[2].Value == "2" ? "2.1" : match.Groups[2].Value)}.{match.Groups[1].Value}.");
        bool series = form == AdapterForm.Series;
        return name
            .Replace(".adapter.bn.", ".bns.0.0.conv.0.", StringComparison.Ordinal)
            .Replace(".adapter.", series ? ".bns.0.0.conv.1." : ".parallel_conv.0.conv.", StringComparison.Ordinal)
            .Replace(".bn.", series ? ".bns.0.1." : ".bns.0.", StringComparison.Ordinal);
    }

    private static string Counter(string name) => name.Replace("running_var", "num_batches_tracked", StringComparison.Ordinal);

    private static JsonObject Scalar(string type) => new() { ["dtype"] = type, ["shape"] = new JsonArray() };

    private static JsonObject Typed(JsonObject entry, string type)
    {
        JsonObject typed = entry.DeepClone().AsObject();
        typed["dtype"] = type;
        return typed;
    }

    private static byte[] Converted(byte[] data, string type) => [.. Floats(data).SelectMany(value => type switch
    {
        "F64" => BitConverter.GetBytes((double)value),
        "F16" => BitConverter.GetBytes((Half)value),
        _ => BitConverter.GetBytes(value)[2..],
    })];

    private static byte[] Rounded(byte[] data, string type) => [.. Floats(data).SelectMany(value => type switch
    {
        "F64" => BitConverter.GetBytes(value),
        "F16" => BitConverter.GetBytes((float)(Half)value),
        _ => [0, 0, .. BitConverter.GetBytes(value)[2..]],
    })];

    private static IEnumerable<float> Floats(byte[] data) => data.Chunk(4).Select(static bytes => BitConverter.ToSingle(bytes));

    /// <summary>A weight file with other entries in place of each.</summary>
    private static byte[] Rewritten(
        byte[] weights, Func<string, JsonObject, byte[], IEnumerable<(string Name, JsonObject Entry, byte[] Data)>> rewrite)
    {
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(weights);
        JsonObject header = JsonNode.Parse(weights.AsSpan(8, length))!.AsObject(), written = [];
        using MemoryStream data = new();
        foreach ((string name, JsonNode? entry) in header)
        {
            int start = (int)entry!["data_offsets"]![0]!, end = (int)entry["data_offsets"]![1]!;
            byte[] stored = weights[(8 + length + start)..(8 + length + end)];
            foreach ((string other, JsonObject description, byte[] bytes) in rewrite(name, entry.AsObject(), stored))
            {
                JsonObject copy = description.DeepClone().AsObject();
                copy["data_offsets"] = new JsonArray(data.Length, data.Length + bytes.Length);
                data.Write(bytes);
                written[other] = copy;
            }
        }

        return File(Encoding.UTF8.GetBytes(written.ToJsonString()), data.ToArray());
    }

    private static byte[] File(byte[] header, byte[] data)
    {
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        return [.. length, .. header, .. data];
    }

    [GeneratedRegex(@"^stage([1-3])\.block([0-9]+)\.")]
    private static partial Regex Block();

    [GeneratedRegex(@"\.(conv|adapter|bn)([12])\.")]
    private static partial Regex Half();

    [GeneratedRegex(@"(bns|parallel_conv|linears)\.0\.")]
    private static partial Regex FirstTask();
}
