using System.Globalization;
using Memti.Abstractions.Devices;
using Memti.Runs.Planning;
using Memti.Simulation.Devices;
using Memti.Simulation.Maps;

namespace Memti.Runs.Headers;

/// <summary>The header <c>memti_machine.h</c>: devices with their registers, memories, power domains, tasks and slots.</summary>
internal sealed class MachineHeader
{
    public const string File = "memti_machine.h";

    private readonly PlannedDesign _design;
    private readonly PlannedMachine _machine;
    private readonly HeaderText _text;

    private MachineHeader(PlannedDesign design, PlannedMachine machine, string origin) =>
        (_design, _machine, _text) = (design, machine, new HeaderText("MEMTI_MACHINE_H", origin));

    /// <summary>The header of a design.</summary>
    public static HeaderFile Of(PlannedDesign design, PlannedMachine machine, string origin)
    {
        var header = new MachineHeader(design, machine, origin);
        header.Devices();
        header.Clocks();
        header.Domains();
        header.Memories();
        header.Tasks();
        header.Tables();
        return new HeaderFile(File, header._text.ToString());
    }

    private void Devices()
    {
        foreach (MappedDevice device in _machine.Map.Devices)
        {
            string prefix = $"MEMTI_{MacroNames.Of(device.Name)}";
            _text.Title($"{device.Name}, {device.Range}");
            _text.DefineHex($"{prefix}_BASE", device.Range.Base);
            if (InterruptOf(device.Name) is > 0 and int source)
                _text.Define($"MEMTI_IRQ_{MacroNames.Of(device.Name)}", source);
            foreach (DeviceRegister register in RegistersOf(device.Name))
                Register(prefix, register);
        }
    }

    private void Register(string device, DeviceRegister register)
    {
        string name = $"{device}_{register.Name}";
        _text.DefineHex(name, register.Offset, Comment(register));
        foreach (DeviceField field in register.Fields)
        {
            _text.DefineHex($"{name}_{field.Name}_MASK", ((1UL << field.Bits) - 1) << field.Low);
            _text.Define($"{name}_{field.Name}_SHIFT", field.Low);
        }
    }

    private static string Comment(DeviceRegister register)
    {
        string bits = register.Bytes == sizeof(uint) ? "" : string.Create(CultureInfo.InvariantCulture, $" {register.Bytes * 8} bits.");
        string count = register.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {register.Count} registers.");
        return $"{register.Summary}{count}{bits}";
    }

    private static int InterruptOf(string device) => device == DeviceMaps.Accelerator
        ? DeviceMaps.AcceleratorSource
        : DeviceMaps.All.First(map => map.Name == device).InterruptSource;

    private IReadOnlyList<DeviceRegister> RegistersOf(string device) => device == DeviceMaps.Accelerator
        ? _machine.Accelerator!.Registers
        : DeviceMaps.All.First(map => map.Name == device).Registers;

    private void Clocks()
    {
        _text.Title("Clocks, in Hz");
        _text.Define("MEMTI_TIMER_HZ", DeviceMaps.TimerHertz);
        if (_machine.ProcessorFigures is { } processor)
            _text.Define("MEMTI_CORE_HZ", (long)Math.Round(processor.Clock.Hertz));
    }

    private void Domains()
    {
        var names = new MacroNames();
        IReadOnlyList<string> domains = MachineDomains.Of(_design, _machine);
        _text.Title("Power domains: numbers for the registers of the power controller");
        for (int domain = 0; domain < domains.Count; domain++)
            _text.Define($"MEMTI_DOMAIN_{names.Take(domains[domain])}", domain);
    }

    private void Memories()
    {
        var names = new MacroNames();
        _text.Title("Memories");
        foreach (MappedMemory window in _machine.Map.Windows)
        {
            string prefix = $"MEMTI_MEMORY_{names.Take(window.Name)}";
            _text.DefineHex($"{prefix}_BASE", window.Range.Base, window.HasBytes ? "" : "reached by transfers alone");
            _text.DefineHex($"{prefix}_BYTES", window.Range.Size);
        }
    }

    private void Tasks()
    {
        var names = new MacroNames();
        _text.Title("Tasks");
        _text.Define("MEMTI_TASKS", _design.Tasks.Count);
        for (int task = 0; task < _design.Tasks.Count; task++)
            _text.Define($"MEMTI_TASK_{names.Take(_design.Tasks[task].Name)}", task);
        _text.Define("MEMTI_SLOTS", _machine.Map.Slots, "places for parameters of tasks in the working memory");
        if (_machine.Map.SharedCopyAddress is not { } copy)
            return;
        _text.DefineHex("MEMTI_SHARED_SOURCE", copy, "shared parameters, to be copied after their memory was off");
        _text.DefineHex("MEMTI_SHARED_TARGET", _machine.Map.AddressesOf(0, 0).SharedWeights);
        _text.DefineHex("MEMTI_SHARED_BYTES", _machine.Map.SharedBytes);
    }

    private void Tables()
    {
        MemoryMap map = _machine.Map;
        IEnumerable<int> tasks = Enumerable.Range(0, _design.Tasks.Count);
        _text.Line("\n#ifndef __ASSEMBLER__");
        _text.Line("#include <stdint.h>\n");
        _text.Line("/* Where the parameters of each task are in the backing store, and how many bytes they take. */");
        _text.Table("uint32_t", "memti_task_set_source", tasks.Select(task => HeaderText.Hex(map.SetAddress(task) ?? 0)));
        _text.Table("uint32_t", "memti_task_set_bytes", tasks.Select(task => HeaderText.Hex(map.SetBytes(task))));
        if (map.Slots > 0)
            _text.Table(
                "uint32_t", "memti_slot_address", Enumerable.Range(0, map.Slots).Select(slot => HeaderText.Hex(map.SlotAddress(slot))));
        _text.Line("#endif");
    }
}
