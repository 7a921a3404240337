using Memti.Abstractions.Parameters;
using Memti.Plugins.Supplies.Converters;
using Memti.Plugins.Supplies.Sources;
using PureHDF;

namespace Memti.Plugins.Supplies.Tests;

/// <summary>Broken recordings and tables give a source or converter, or a finding.</summary>
public sealed class SupplyFuzzTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-recordings-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Broken_recordings_give_steps_or_a_finding() => FuzzedReader.Read(
        1,
        [
            "time_s,irradiance_w_per_m2\n0,0\n900,500\n1800,250\n",
            "time_ms voltage_v\n0 3\n1 1.5\n",
            "time_s,voltage_v,current_a\n0,2,0.001\n1,2,0.002\n",
        ],
        Record);

    [Fact]
    public void Oversized_recordings_give_a_finding() => FuzzedReader.ReadOversized("time_s,power_w\n0,1\n1,1\n", Record);

    [Fact]
    public void Broken_tables_of_converters_give_a_table_or_a_finding() =>
        FuzzedReader.Read(2, ["input_v,0,0.001\n0,0.1,0.2\n1,0.3,0.4\n", "input_v,1e-6\n0.5,0.9\n"], Table);

    [Fact]
    public void Oversized_tables_of_converters_give_a_finding() => FuzzedReader.ReadOversized("input_v,0\n0,0.1\n1,0.2\n", Table);

    /// <summary>The library reserves what a broken length says, an array of 2 GiB at most, before it finds that the file is shorter. The
    /// memory is never touched, and a process that has less, as with a limit of the heap of 1 GiB, gives a finding.</summary>
    [Fact]
    public void Broken_HDF5_files_give_steps_or_a_finding()
    {
        string path = At("a.h5");
        new H5File
        {
            ["time"] = new H5Dataset(new[] { 0, 1e-5, 2e-5 }),
            ["data"] = new H5Group { ["node0"] = new H5Dataset(new[] { 1e-4f, 2e-4f, 3e-4f }) },
        }.Write(path);
        FuzzedReader.Read(
            3,
            [File.ReadAllBytes(path)],
            file =>
            {
                File.WriteAllBytes(path, file);
                Harvester.Of(new HarvesterOptions { Recording = new ScenarioFile("a.h5", path) });
            },
            mostBytes: 5L << 29);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private void Record(string text)
    {
        File.WriteAllText(At("a.csv"), text);
        Harvester.Of(new HarvesterOptions { Recording = new ScenarioFile("a.csv", At("a.csv")) });
    }

    private void Table(string text)
    {
        File.WriteAllText(At("table.csv"), text);
        Converter.Of(new ConverterOptions { Table = new ScenarioFile("table.csv", At("table.csv")), OutputV = 2 });
    }
}
