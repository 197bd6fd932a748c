package reflect

const intResultRegs = 8
