using Memti.Abstractions.Arrays;
using Memti.Arrays.Circuits;

namespace Memti.Arrays.Tests.Search;

/// <summary>
/// Runs of the public simulators at 22 nm, with an H-tree and aggressive wires without repeaters: one of each kind of cell, roadmap and
/// profile.
/// Those that were published with NVMExplorer give no organisation.
/// </summary>
internal static class PublishedRuns
{
    public static IReadOnlyList<PublishedRun> All { get; } =
    [
        new("run of SEAL-UCSB/NVSim: RRAMsample, 1 MiB, 64 b, 22 nm LOP, 350 K, ReadEDP")
        {
            Cell = "RRAMsample",
            Bytes = 1048576,
            Target = ArrayTarget.ReadEDP,
            Organisation = "16x2/1x1 2x2/2x2 32,1,1",
            Rows = 128,
            Columns = 512,
            AreaSquareMillimetres = 0.207484, ReadNanoseconds = 1.99, WriteNanoseconds = 20.518,
            ReadPicojoules = 13.613, WritePicojoules = 45.913, LeakageMilliwatts = 4.703,
            TreeNanoseconds = 0.09352, PredecoderNanoseconds = 0.107759, RowDecoderNanoseconds = 0.143861, SenseNanoseconds = 1.453,
        },
        new("run of SEAL-UCSB/NVSim: RRAMsample, 2 MiB, 64 b, 22 nm LSTP, 350 K, ReadLatency")
        {
            Cell = "RRAMsample",
            Roadmap = DeviceRoadmap.LSTP,
            Target = ArrayTarget.ReadLatency,
            Organisation = "16x64/16x4 1x1/1x1 32,1,1",
            Rows = 512,
            Columns = 32,
            AreaSquareMillimetres = 0.351827, ReadNanoseconds = 2.006, WriteNanoseconds = 20.609,
            ReadPicojoules = 53.658, WritePicojoules = 96.466, LeakageMilliwatts = 0.200287,
            TreeNanoseconds = 0.161729, PredecoderNanoseconds = 0.165588, RowDecoderNanoseconds = 0.09277, SenseNanoseconds = 1.454,
        },
        new("run of SEAL-UCSB/NVSim: RRAMsample, 2 MiB, 64 b, 22 nm LOP, 350 K, WriteLatency")
        {
            Cell = "RRAMsample", Target = ArrayTarget.WriteLatency, Organisation = "128x8/64x1 1x1/1x1 256,1,1", Rows = 64, Columns = 256,
            AreaSquareMillimetres = 0.283802, ReadNanoseconds = 2.092, WriteNanoseconds = 20.31,
            ReadPicojoules = 30.235, WritePicojoules = 59.016, LeakageMilliwatts = 62.596,
            TreeNanoseconds = 0.129332, PredecoderNanoseconds = 0.062301, RowDecoderNanoseconds = 0.09895, SenseNanoseconds = 1.453,
        },
        new("run of SEAL-UCSB/NVSim: SRAM, 2 MiB, 64 b, 22 nm LOP, 350 K, ReadLatency")
        {
            Cell = "SRAM", Target = ArrayTarget.ReadLatency, Organisation = "32x256/2x1 2x1/2x1 1,1,1", Rows = 64, Columns = 16,
            AreaSquareMillimetres = 1.646, ReadNanoseconds = 0.9832, WriteNanoseconds = 0.588358,
            ReadPicojoules = 11.437, WritePicojoules = 11.421, LeakageMilliwatts = 62.74,
            TreeNanoseconds = 0.789683, PredecoderNanoseconds = 0.062849, RowDecoderNanoseconds = 0.044132, SenseNanoseconds = 0.002395,
        },
        new("run of SEAL-UCSB/NVSim: SRAM, 2 MiB, 64 b, 22 nm LOP, 350 K, LeakagePower")
        {
            Cell = "SRAM", Target = ArrayTarget.LeakagePower, Organisation = "1x1/1x1 1x1/1x1 8,4,4", Rows = 2048, Columns = 8192,
            AreaSquareMillimetres = 1.203, ReadNanoseconds = 64.601, WriteNanoseconds = 64.601,
            ReadPicojoules = 113.792, WritePicojoules = 2.062, LeakageMilliwatts = 44.614,
            TreeNanoseconds = 0, PredecoderNanoseconds = 0.257491, RowDecoderNanoseconds = 47.377, SenseNanoseconds = 0.002558,
        },
        new("run of SEAL-UCSB/NVSim: SRAM, 704 KiB, 88 b, 22 nm LOP, 350 K, WriteEDP")
        {
            Cell = "SRAM",
            Bytes = 720896,
            WordBits = 88,
            Target = ArrayTarget.WriteEDP,
            Organisation = "32x64/1x1 2x2/2x2 1,1,1",
            Rows = 32,
            Columns = 22,
            AreaSquareMillimetres = 0.628926, ReadNanoseconds = 0.484061, WriteNanoseconds = 0.323906,
            ReadPicojoules = 8.515, WritePicojoules = 8.489, LeakageMilliwatts = 20.433,
            TreeNanoseconds = 0.32031, PredecoderNanoseconds = 0.059517, RowDecoderNanoseconds = 0.049031, SenseNanoseconds = 0.002395,
        },
        new("run of SEAL-UCSB/NVSim: STTsample, 2 MiB, 64 b, 22 nm LOP, 350 K, WriteEDP")
        {
            Cell = "STTsample", Target = ArrayTarget.WriteEDP, Organisation = "16x4/1x1 2x2/2x2 16,1,1", Rows = 256, Columns = 256,
            AreaSquareMillimetres = 0.75366, ReadNanoseconds = 2.122, WriteNanoseconds = 10.476,
            ReadPicojoules = 21.837, WritePicojoules = 70.78, LeakageMilliwatts = 14.457,
            TreeNanoseconds = 0.333617, PredecoderNanoseconds = 0.111223, RowDecoderNanoseconds = 0.198462, SenseNanoseconds = 1.454,
        },
        new("run of SEAL-UCSB/NVSim: PCRAMsample, 2 MiB, 64 b, 22 nm HP, 350 K, ReadDynamicEnergy")
        {
            Cell = "PCRAMsample",
            Roadmap = DeviceRoadmap.HP,
            Target = ArrayTarget.ReadDynamicEnergy,
            Organisation = "32x1/1x1 2x2/1x1 32,1,1",
            Rows = 64,
            Columns = 2048,
            AreaSquareMillimetres = 0.128813, ReadNanoseconds = 1.58,
            ReadPicojoules = 8.26, LeakageMilliwatts = 145.73,
            TreeNanoseconds = 0.017953, PredecoderNanoseconds = 0.053378, RowDecoderNanoseconds = 0.54414, SenseNanoseconds = 0.002656,
            SetNanoseconds = 151.454, SetPicojoules = 6486.0,
        },
        new("run of lpentecost/nvsim-merged: MLCRRAMsample4L, 1 MiB, 64 b, 22 nm LOP, 350 K, ReadEDP")
        {
            Cell = "MLCRRAMsample4L",
            BitsPerCell = 2,
            Bytes = 1048576,
            Profile = ArrayProfile.NvsimMerged,
            Target = ArrayTarget.ReadEDP,
            Organisation = "8x4/1x1 2x2/2x2 16,1,1",
            Rows = 256,
            Columns = 256,
            AreaSquareMillimetres = 0.163451, ReadNanoseconds = 0.540124,
            ReadPicojoules = 4.124, LeakageMilliwatts = 10.4,
            TreeNanoseconds = 0.077042, PredecoderNanoseconds = 0.104176, RowDecoderNanoseconds = 0.100795, SenseNanoseconds = 0.1,
            SetNanoseconds = 0.142696, SetPicojoules = 49.295,
        },
        new("run of lpentecost/nvsim-merged: MLCRRAM1T1R20F2L8, 2 MiB, 64 b, 22 nm LOP, 350 K, ReadLatency")
        {
            Cell = "MLCRRAM1T1R20F2L8",
            BitsPerCell = 3,
            Profile = ArrayProfile.NvsimMerged,
            Target = ArrayTarget.ReadLatency,
            Organisation = "16x4/4x1 1x2/1x2 32,1,1",
            Rows = 512,
            Columns = 256,
            AreaSquareMillimetres = 0.317832, ReadNanoseconds = 0.624102,
            ReadPicojoules = 6.738, LeakageMilliwatts = 12.96,
            TreeNanoseconds = 0.153399, PredecoderNanoseconds = 0.111844, RowDecoderNanoseconds = 0.096363, SenseNanoseconds = 0.1,
            SetNanoseconds = 5.422, SetPicojoules = 50.377,
        },
        new("run of lpentecost/nvsim-merged: MLCRRAM1T1R20F2L8, 2 MiB, 64 b, 22 nm LOP, 350 K, Area")
        {
            Cell = "MLCRRAM1T1R20F2L8",
            BitsPerCell = 3,
            Profile = ArrayProfile.NvsimMerged,
            Target = ArrayTarget.Area,
            Organisation = "1x1/1x1 1x1/1x1 64,1,1",
            Rows = 4096,
            Columns = 4096,
            AreaSquareMillimetres = 0.179505, ReadNanoseconds = 5.853,
            ReadPicojoules = 1.508, LeakageMilliwatts = 1.456,
            TreeNanoseconds = 0, PredecoderNanoseconds = 0.162144, RowDecoderNanoseconds = 3.322, SenseNanoseconds = 0.1,
            SetNanoseconds = 10.975, SetPicojoules = 87.132,
        },
        new("run of lpentecost/nvsim-merged: SRAMfork, 2 MiB, 64 b, 22 nm LOP, 350 K, WriteDynamicEnergy")
        {
            Cell = "SRAMfork",
            Profile = ArrayProfile.NvsimMerged,
            Target = ArrayTarget.WriteDynamicEnergy,
            Organisation = "1x1/1x1 2x2/1x1 1,1,64",
            Rows = 1024,
            Columns = 4096,
            AreaSquareMillimetres = 1.217, ReadNanoseconds = 17.997, WriteNanoseconds = 17.997,
            ReadPicojoules = 29.53, WritePicojoules = 1.082, LeakageMilliwatts = 47.467,
            TreeNanoseconds = 0, PredecoderNanoseconds = 0.255774, RowDecoderNanoseconds = 12.023, SenseNanoseconds = 0.00234,
        },
        new("lpentecost/NVMExplorer, AE_dnn_output: NVMExplorer PCM 25F2, 2 MiB, 64 b, 22 nm LOP, 350 K, ReadLatency")
        {
            Cell = "NVMExplorer PCM 25F2",
            Profile = ArrayProfile.NvsimMerged,
            Driver = DriverStyle.Balanced,
            Target = ArrayTarget.ReadLatency,
            AreaSquareMillimetres = 0.427456, ReadNanoseconds = 0.716709,
            ReadPicojoules = 6.526, LeakageMilliwatts = 42.606,
            SetNanoseconds = 20.431, SetPicojoules = 7.487,
        },
        new("lpentecost/NVMExplorer, AE_dnn_output: NVMExplorer RRAM 53F2, 2 MiB, 64 b, 22 nm LOP, 350 K, ReadEDP")
        {
            Cell = "NVMExplorer RRAM 53F2", Profile = ArrayProfile.NvsimMerged, Driver = DriverStyle.Balanced, Target = ArrayTarget.ReadEDP,
            AreaSquareMillimetres = 0.525829, ReadNanoseconds = 0.793295,
            ReadPicojoules = 6.178, LeakageMilliwatts = 11.979,
            SetNanoseconds = 5.53, SetPicojoules = 49.72,
        },
    ];
}
