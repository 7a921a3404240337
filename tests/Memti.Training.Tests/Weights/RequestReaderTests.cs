using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Documents.Codes;
using Memti.Training.Faults;
using Memti.Training.Weights.Requests;

namespace Memti.Training.Tests.Weights;

public sealed class RequestReaderTests
{
    [Fact]
    public void What_is_left_out_has_the_usual_value()
    {
        WeightRequest request = Requests.Read(Requests.Whole());

        (request.Seed, request.Threads, request.Validation, request.Faults, request.Trials).ShouldBe((1ul, 2, 0.1, FaultMode.Fresh, 10));
        WeightTask task = request.Tasks.ShouldHaveSingleItem();
        (task.Training.Epochs, task.Training.LearningRate, task.Training.Batch, task.Training.Schedule).ShouldBe(
            (20, 0.1, 128, TrainingSchedule.Cosine));
        task.Retraining.ShouldNotBeNull().Epochs.ShouldBe(3);
        task.Retraining!.LearningRate.ShouldBe(0.02);
        request.Regions.ShouldHaveSingleItem().Formats.ShouldBe(["bin"]);
        request.Budgets.ShouldHaveSingleItem().Confidence.ShouldBe(0.95);
    }

    [Fact]
    public void An_engine_is_an_override_of_the_scenario()
    {
        JsonObject request = Requests.Whole();
        request["set"] = new JsonArray("workload.fps=2");
        request["engine"] = "torch";

        Requests.Read(request).Overrides.ShouldBe(["workload.fps=2", "network.engine=torch"]);
        Requests.Read(Requests.Whole()).Overrides.ShouldBeEmpty();
    }

    [Fact]
    public void No_epochs_of_retraining_is_no_retraining()
    {
        JsonObject request = Requests.Whole();
        request["tasks"]![0]!["retrain_epochs"] = 0;

        Requests.Read(request).Tasks[0].Retraining.ShouldBeNull();
    }

    [Theory]
    [InlineData("0x1000_0000", 0x10000000ul)]
    [InlineData("268435456", 0x10000000ul)]
    [InlineData("0xFFFFFFFFFFFFFFFF", ulong.MaxValue)]
    public void Addresses_are_numbers_or_hexadecimal(string written, ulong address)
    {
        JsonObject request = Requests.Whole();
        request["regions"]![0]!["address"] = written;

        Requests.Read(request).Regions[0].Address.ShouldBe(address);
    }

    [Theory]
    [InlineData("scenario", DocumentCodes.MissingKey)]
    [InlineData("backbone", DocumentCodes.MissingKey)]
    [InlineData("tasks", DocumentCodes.MissingKey)]
    [InlineData("memti_weights", DocumentCodes.MissingKey)]
    public void What_must_be_there_is_asked_for(string key, string code)
    {
        JsonObject request = Requests.Whole();
        request.Remove(key);

        Requests.Read(request, out IReadOnlyList<Diagnostic> findings).ShouldBeNull();
        (findings[0].Code, findings[0].Key).ShouldBe((code, key));
    }

    [Fact]
    public void Another_version_is_refused()
    {
        JsonObject request = Requests.Whole();
        request["memti_weights"] = 2;

        Requests.Read(request, out IReadOnlyList<Diagnostic> findings).ShouldBeNull();
        (findings[0].Code, findings[0].Value).ShouldBe((DocumentCodes.UnsupportedVersion, "2"));
    }

    [Fact]
    public void A_value_of_another_type_is_a_finding_and_never_an_exception()
    {
        string[] values = ["null", "true", "-1", "1.5", "1e400", "\"x\"", "[]", "[null]", "[[1]]", "{}", """{"":1}"""];
        foreach (string key in RequestKeys.Root.Names)
            foreach (string value in values)
                Refuse(request => request[key] = JsonNode.Parse(value));
        string[] ofItems = [.. RequestKeys.OfTask.Names.Concat(RequestKeys.OfRegion.Names).Concat(RequestKeys.OfBudget.Names).Distinct()];
        foreach (string list in (string[])["tasks", "regions", "budgets"])
            foreach (string key in ofItems)
                foreach (string value in values)
                    Refuse(request => request[list]![0]![key] = JsonNode.Parse(value));

        static void Refuse(Action<JsonObject> change)
        {
            JsonObject request = Requests.Whole();
            change(request);
            if (Requests.Read(request, out IReadOnlyList<Diagnostic> findings) is null)
                findings.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_key_is_there_once()
    {
        using var folder = new TemporaryFolder();
        string text = Requests.Whole().ToJsonString();

        WeightRequestReader.ReadFile(
            folder.Write("request.json", text[..^1] + ",\"output\":\"there\"}"), out IReadOnlyList<Diagnostic> found).ShouldBeNull();

        found.ShouldHaveSingleItem().Code.ShouldBe(DocumentCodes.DuplicateKey);
    }

    [Fact]
    public void A_name_is_there_once()
    {
        JsonObject request = Requests.Whole();
        request["regions"]!.AsArray().Add(new JsonObject { ["name"] = "shared", ["memory"] = "other" });

        Requests.Read(request, out IReadOnlyList<Diagnostic> findings).ShouldBeNull();
        findings.ShouldHaveSingleItem().Code.ShouldBe(DocumentCodes.DuplicateKey);
    }

    [Fact]
    public void Results_do_not_depend_on_folders_places_and_budgets()
    {
        JsonObject request = Requests.Whole();
        WeightRequest one = Requests.Read(request);
        request["output"] = "elsewhere";
        request["budgets"]![0]!["minimum_accuracy"] = 0.5;
        request["tasks"]![0]!["place"] = new JsonObject { ["file"] = "a.csproj", ["line"] = 3 };

        Requests.Read(request).Sha256.ShouldBe(one.Sha256);
    }

    [Fact]
    public void Images_depend_on_regions_and_training_does_not()
    {
        JsonObject request = Requests.Whole();
        WeightRequest one = Requests.Read(request);
        request["regions"]![0]!["address"] = "0x100";
        WeightRequest other = Requests.Read(request);

        other.TrainingSha256.ShouldBe(one.TrainingSha256);
        other.Sha256.ShouldNotBe(one.Sha256);
    }
}
