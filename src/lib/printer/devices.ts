/**
 * The parts of Web Bluetooth, Web Serial and WebUSB that a printer or a scale needs. The compiler's own library lacks them, and a
 * browser may too: that is why each is optional here.
 */

declare global {
	interface Navigator {
		readonly bluetooth?: Bluetooth;
		readonly serial?: Serial;
		readonly usb?: Usb;
	}
}

export interface Bluetooth {
	requestDevice(options: BluetoothOptions): Promise<BluetoothDevice>;
	/** Devices that the person allowed before; not every browser tells. */
	getDevices?(): Promise<BluetoothDevice[]>;
}

type BluetoothOptions =
	| {
			readonly filters: readonly { readonly services: readonly string[] }[];
			readonly optionalServices: readonly string[];
	  }
	| { readonly acceptAllDevices: true; readonly optionalServices: readonly string[] };

export interface BluetoothDevice extends EventTarget {
	readonly id: string;
	readonly name?: string | undefined;
	readonly gatt?: { connect(): Promise<GattServer>; disconnect(): void } | undefined;
}

export interface GattServer {
	getPrimaryService(service: string): Promise<GattService>;
}

export interface GattService {
	getCharacteristics(): Promise<GattCharacteristic[]>;
}

export interface GattCharacteristic {
	readonly uuid: string;
	readonly properties: { readonly write: boolean; readonly writeWithoutResponse: boolean };
	writeValueWithResponse(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
	writeValueWithoutResponse(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

export interface Serial {
	requestPort(options?: { readonly allowedBluetoothServiceClassIds?: readonly string[] }): Promise<SerialDevice>;
	getPorts(): Promise<SerialDevice[]>;
}

export interface SerialDevice {
	readonly readable: ReadableStream<Uint8Array> | null;
	readonly writable: WritableStream<Uint8Array> | null;
	open(options: { readonly baudRate: number }): Promise<void>;
	close(): Promise<void>;
	getInfo(): {
		readonly usbVendorId?: number;
		readonly usbProductId?: number;
		readonly bluetoothServiceClassId?: string;
	};
}

export interface Usb {
	requestDevice(options: { readonly filters: readonly { readonly classCode: number }[] }): Promise<UsbDevice>;
	getDevices(): Promise<UsbDevice[]>;
}

export interface UsbDevice {
	readonly vendorId: number;
	readonly productId: number;
	readonly serialNumber?: string | undefined;
	readonly productName?: string | undefined;
	readonly configuration: UsbConfiguration | null;
	readonly configurations: readonly UsbConfiguration[];
	open(): Promise<void>;
	close(): Promise<void>;
	selectConfiguration(value: number): Promise<void>;
	claimInterface(number: number): Promise<void>;
	transferOut(
		endpoint: number,
		bytes: Uint8Array<ArrayBuffer>
	): Promise<{ readonly status: 'ok' | 'stall' | 'babble'; readonly bytesWritten: number }>;
}

export interface UsbConfiguration {
	readonly configurationValue: number;
	readonly interfaces: readonly {
		readonly interfaceNumber: number;
		readonly alternate: {
			readonly interfaceClass: number;
			readonly endpoints: readonly {
				readonly endpointNumber: number;
				readonly direction: 'in' | 'out';
				readonly type: 'bulk' | 'interrupt' | 'isochronous';
			}[];
		};
	}[];
}
