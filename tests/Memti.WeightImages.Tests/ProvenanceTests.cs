using System.Text.Json.Nodes;
using Memti.WeightImages.Manifests;
using Memti.WeightImages.Provenance;

namespace Memti.WeightImages.Tests;

/// <summary>The statement and the bill of materials beside a manifest.</summary>
public sealed class ProvenanceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _manifest;

    public ProvenanceTests() => _manifest = Sample.Write(_folder);

    [Fact]
    public void The_statement_names_the_manifest_and_every_image_with_its_hash()
    {
        JsonNode statement = Read(InTotoStatement.FileName);
        ((string)statement["_type"]!, (string)statement["predicateType"]!).ShouldBe(
            ("https://in-toto.io/Statement/v1", "https://slsa.dev/provenance/v1"));
        JsonArray subjects = statement["subject"]!.AsArray();
        subjects.Count.ShouldBe(1 + (3 * Sample.Formats.Count));
        foreach (JsonNode? subject in subjects)
            ((string)subject!["digest"]!["sha256"]!)
                .ShouldBe(Memti.Documents.Files.WholeFile.Sha256(File.ReadAllBytes(_folder.Path((string)subject["name"]!))));
    }

    [Fact]
    public void The_statement_says_what_the_weights_came_from()
    {
        JsonNode definition = Read(InTotoStatement.FileName)["predicate"]!["buildDefinition"]!;
        definition["resolvedDependencies"]!.AsArray()
            .Select(static input => (string)input!["name"]!)
            .ShouldBe(["backbones/world.safetensors", "generated:signs"]);
        ((int)definition["externalParameters"]!["parameters"]!["seed"]!).ShouldBe(7);
        Read(InTotoStatement.FileName)["predicate"]!["runDetails"]!["builder"]!["id"].ShouldNotBeNull();
        File.ReadAllText(_folder.Path(InTotoStatement.FileName)).ShouldNotContain("startedOn");
    }

    [Fact]
    public void The_bill_has_a_model_with_accuracies_and_intervals()
    {
        JsonNode bill = Read(ModelBom.FileName);
        ((string)bill["bomFormat"]!, (string)bill["specVersion"]!).ShouldBe(("CycloneDX", "1.6"));
        JsonNode model = bill["metadata"]!["component"]!;
        ((string)model["type"]!).ShouldBe("machine-learning-model");
        JsonArray metrics = model["modelCard"]!["quantitativeAnalysis"]!["performanceMetrics"]!.AsArray();
        metrics.Select(static metric => (string)metric!["value"]!).ShouldBe(["0.95", "0.5", "0.9"]);
        ((string)metrics[2]!["confidenceInterval"]!["upperBound"]!).ShouldBe("0.91");
        bill["components"]!.AsArray().Select(static part => (string)part!["type"]!).Take(2).ShouldBe(["file", "data"]);
        bill["metadata"]!.AsObject().ContainsKey("timestamp").ShouldBeFalse();
    }

    [Fact]
    public void References_of_the_bill_lead_to_its_components()
    {
        JsonNode bill = Read(ModelBom.FileName);
        string[] names = [.. bill["components"]!.AsArray().Select(static part => (string)part!["bom-ref"]!)];
        names.ShouldBeUnique();
        bill["dependencies"]![0]!["dependsOn"]!.AsArray().Select(static name => (string)name!).ShouldBeSubsetOf(names);
        bill["metadata"]!["component"]!["modelCard"]!["modelParameters"]!["datasets"]!.AsArray()
            .Select(static set => (string)set!["ref"]!)
            .ShouldBeSubsetOf(names);
    }

    [Fact]
    public void The_serial_number_follows_from_the_manifest()
    {
        string serial = (string)Read(ModelBom.FileName)["serialNumber"]!;
        serial.ShouldMatch("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
        WeightManifest other = ManifestFile.Read(_manifest) with { Cost = null };
        JsonNode.Parse(ModelBom.Of(other, ManifestFile.ToBytes(other)))!["serialNumber"]!.GetValue<string>().ShouldNotBe(serial);
    }

    // Python: uuid.uuid5(uuid.NAMESPACE_URL, "urn:memti:manifest:")
    [Fact]
    public void A_named_UUID_is_that_of_the_standard() =>
        NamedUuid.Of("urn:memti:manifest:").ToString().ShouldBe("161592db-78ad-5b8f-9c28-7c219dbcf955");

    public void Dispose() => _folder.Dispose();

    private JsonNode Read(string name) => JsonNode.Parse(File.ReadAllBytes(_folder.Path(name)))!;
}
