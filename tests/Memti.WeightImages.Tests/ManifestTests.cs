using System.Text;
using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Manifests;

namespace Memti.WeightImages.Tests;

/// <summary>Manifests, written, read and damaged.</summary>
public sealed class ManifestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_manifest_reads_back_to_the_same_bytes()
    {
        string path = Sample.Write(_folder);
        byte[] bytes = File.ReadAllBytes(path);
        ManifestFile.ToBytes(ManifestFile.Read(path)).ShouldBe(bytes);
    }

    [Fact]
    public void Each_tensor_names_the_task_whose_values_it_has()
    {
        ManifestRegion[] regions = [.. ManifestFile.Read(Sample.Write(_folder, Sample.TaskSets())).Regions];
        regions[0].Images[0].Tensors.Select(static tensor => tensor.Task).ShouldBe([null, "signs", "textures"]);
    }

    [Fact]
    public void A_manifest_that_was_written_before_tensors_named_their_tasks_still_says_them()
    {
        string path = Sample.Write(_folder, Sample.TaskSets());
        WeightManifest today = ManifestFile.Read(path);

        WeightManifest before = ManifestFile.Parse(WithoutTasks(today), "weights.manifest.json");

        ManifestFile.ToBytes(before).ShouldBe(ManifestFile.ToBytes(today));
    }

    /// <summary>The file as it was written when names of tensors alone said the task.</summary>
    private static byte[] WithoutTasks(WeightManifest manifest)
    {
        JsonNode document = JsonNode.Parse(ManifestJson.Write(manifest with { Seal = ManifestSealing.Blank }))!;
        foreach (JsonNode? tensor in document["regions"]![0]!["images"]![0]!["tensors"]!.AsArray())
            tensor!.AsObject().Remove("task").ShouldBeTrue();
        return ManifestSealing.Seal(Encoding.UTF8.GetBytes(Memti.Documents.Files.JsonText.Of(document)));
    }

    [Fact]
    public void Two_folders_get_the_same_bytes()
    {
        using var other = new TemporaryFolder();
        Sample.Write(_folder);
        Sample.Write(other);

        string[] names = [.. Directory.GetFiles(_folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
        names.Length.ShouldBe((3 * Sample.Formats.Count) + 3);
        names.ShouldAllBe(name => File.ReadAllBytes(_folder.Path(name)).SequenceEqual(File.ReadAllBytes(other.Path(name))));
        names.ShouldAllBe(
            name => !Encoding.Latin1.GetString(File.ReadAllBytes(_folder.Path(name))).Contains(_folder.Root, StringComparison.Ordinal));
    }

    [Fact]
    public void Options_stand_in_alphabetical_order_whatever_order_they_came_in()
    {
        WeightManifest turned = Sample.Manifest() with
        {
            Model = new ManifestModel(
                "resnet26-adapters", new Dictionary<string, string> { ["input_px"] = "32", ["width"] = "0.25" })
            { Engine = null }
        };
        ManifestFile.ToBytes(turned).ShouldBe(ManifestFile.ToBytes(Sample.Manifest()));
    }

    [Fact]
    public void The_seal_is_the_last_member() =>
        ((JsonObject)JsonNode.Parse(ManifestFile.ToBytes(Sample.Manifest()))!)
            .Select(static member => member.Key)
            .ShouldBe(
                [
                    "memti_manifest", "tool", "inputs", "parameters", "model", "memories", "tasks", "regions", "task_switches", "cost",
                    "seal"
                ]);

    [Fact]
    public void Any_flipped_bit_of_a_manifest_is_found_with_its_byte()
    {
        byte[] bytes = ManifestFile.ToBytes(Sample.Manifest());
        for (int place = 0; place < bytes.Length; place++)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                bytes[place] ^= (byte)(1 << bit);
                Diagnostic finding = Should.Throw<MemtiException>(() => ManifestFile.Parse(bytes, "weights.manifest.json")).Diagnostic;
                (finding.Code, finding.File, finding.Key, finding.Value).ShouldBe(
                    (WeightImageCodes.ManifestDamaged, "weights.manifest.json", "offset", $"{place}"));
                finding.Message.ShouldContain($"bit {bit} of byte {place} (");
                bytes[place] ^= (byte)(1 << bit);
            }
        }
    }

    [Fact]
    public void Two_flipped_bits_are_found_too()
    {
        byte[] bytes = ManifestFile.ToBytes(Sample.Manifest());
        bytes[10] ^= 1;
        bytes[90] ^= 4;
        Should.Throw<MemtiException>(() => ManifestFile.Parse(bytes, "m")).Diagnostic.Message.ShouldContain("in more than one bit");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(-1)]
    [InlineData(-40)]
    public void A_manifest_that_is_cut_off_says_where_it_ends(int length)
    {
        byte[] bytes = ManifestFile.ToBytes(Sample.Manifest());
        byte[] cut = bytes[..(length < 0 ? bytes.Length + length : length)];
        Diagnostic finding = Should.Throw<MemtiException>(() => ManifestFile.Parse(cut, "m")).Diagnostic;
        (finding.Code, finding.Value).ShouldBe((WeightImageCodes.ManifestDamaged, $"{cut.Length}"));
    }

    [Fact]
    public void A_manifest_with_something_added_is_refused() =>
        Should.Throw<MemtiException>(
            static () => ManifestFile.Parse([.. ManifestFile.ToBytes(Sample.Manifest()), (byte)'\n'], "m")).Diagnostic.Code
                .ShouldBe(WeightImageCodes.ManifestDamaged);

    [Theory]
    [InlineData("\"memti_manifest\": 1", "\"memti_manifest\": 2", "'memti_manifest' is 2; permitted: 1")]
    [InlineData("\"tool\": {", "\"tol\": {", "tol")]
    [InlineData("\"threads\": 2", "\"threads\": \"2\"", "threads")]
    [InlineData("\"threads\": 2", "\"threads\": 2, \"threads\": 3", "Duplicate property 'threads'")]
    [InlineData("\"classes\": 12,", "", "classes")]
    [InlineData("\"memories\": [", "\"memories\": [ null,", "null among its items")]
    [InlineData("\"model\": {", "\"model\": [", "'[' is an invalid")]
    public void A_whole_file_of_another_form_is_no_manifest(string written, string instead, string why)
    {
        string text = Encoding.UTF8.GetString(ManifestFile.ToBytes(Sample.Manifest()));
        byte[] resealed = ManifestSealing.Seal(Encoding.UTF8.GetBytes(Blank(text).Replace(written, instead, StringComparison.Ordinal)));

        Diagnostic finding = Should.Throw<MemtiException>(() => ManifestFile.Parse(resealed, "m")).Diagnostic;
        finding.Code.ShouldBe(WeightImageCodes.ManifestUnreadable);
        if (instead != "\"model\": [")
            finding.Message.ShouldContain(why);
    }

    [Fact]
    public void The_schema_has_exactly_the_members_of_a_written_manifest()
    {
        var schema = (JsonObject)JsonNode.Parse(ManifestJsonSchema.Write())!;
        Sample.Write(_folder);
        ShouldMatch(JsonNode.Parse(File.ReadAllBytes(_folder.Path(WeightManifest.FileName)))!, schema, schema);
    }

    [Fact]
    public void Every_member_of_the_schema_is_described() =>
        Descriptions((JsonObject)JsonNode.Parse(ManifestJsonSchema.Write())!).ShouldAllBe(static described => described);

    public void Dispose() => _folder.Dispose();

    private static string Blank(string text)
    {
        int seal = text.LastIndexOf("\"seal\"", StringComparison.Ordinal);
        ManifestSeal digits = ManifestFile.Parse(Encoding.UTF8.GetBytes(text), "m").Seal!;
        return text[..seal]
            + text[seal..]
                .Replace(digits.Sha256, new string('0', 64), StringComparison.Ordinal)
                .Replace(digits.Crc32, new string('0', 8), StringComparison.Ordinal);
    }

    private static void ShouldMatch(JsonNode value, JsonObject form, JsonObject root)
    {
        if (form["$ref"] is { } reference)
            form = Resolve((string)reference!, root);
        if (value is JsonObject mapping && form["properties"] is JsonObject members)
        {
            mapping.Select(static member => member.Key).ShouldBe(members.Select(static member => member.Key));
            form["additionalProperties"]!.GetValue<bool>().ShouldBeFalse();
            form["required"]!.AsArray()
                .Select(static key => (string)key!)
                .ShouldBe(members.Select(static member => member.Key), ignoreOrder: true);
            foreach ((string key, JsonNode? member) in mapping.Where(static member => member.Value is not null))
                ShouldMatch(member!, (JsonObject)members[key]!, root);
        }

        foreach (JsonNode? item in value as JsonArray ?? [])
            ShouldMatch(item!, (JsonObject)form["items"]!, root);
    }

    private static JsonObject Resolve(string pointer, JsonObject root) =>
        (JsonObject)pointer.TrimStart('#', '/')
            .Split('/')
            .Aggregate(
                (JsonNode)root,
                static (node, part) =>
                    node is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : node[part]!);

    private static IEnumerable<bool> Descriptions(JsonNode? node) => node switch
    {
        JsonObject form =>
            (form["properties"] as JsonObject ?? [])
                .Select(static member => member.Value?["description"] is not null)
                .Concat(form.SelectMany(static member => Descriptions(member.Value))),
        _ => [],
    };
}
